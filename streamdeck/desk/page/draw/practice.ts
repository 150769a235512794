import { html, nothing, type TemplateResult } from 'lit-html';
import type { FromPage, PracticeProcess, PracticeState } from '../../messages.ts';
import { BEHAVIOURS, type Behaviour } from '../../../../shared/practice/behaviour.ts';
import { type Desk, say } from '../desk.ts';
import type { Words } from '../words.en.ts';

const isRunning = ({ temper, processes }: PracticeState): boolean =>
  temper !== undefined && processes.some((one) => one.isThere);

/** A card for each temper of the practice client. */
export const practicePanel = (desk: Desk): TemplateResult =>
  html`<section class="panel practice" aria-labelledby="practice-title">
    <h2 id="practice-title">${say(desk).practice}</h2>
    <p class="quiet">${say(desk).practiceHelp}</p>
    <ul>
      ${BEHAVIOURS.map((temper) => card(desk, temper))}
    </ul>
  </section>`;

function card(desk: Desk, temper: Behaviour): TemplateResult {
  const words = say(desk);
  const { practice, practised, asked } = desk.model;
  const [name, sentence] = words.behaviours[temper];
  const isThis = practised === temper;
  return html`<li
    class="card"
    data-temper=${temper}
    ?data-next=${isThis || (practised === undefined && temper === BEHAVIOURS[0])}
  >
    <div class="head">
      <div>
        <h3>${name}</h3>
        <p>${sentence}</p>
      </div>
      ${isThis && isRunning(practice) ? stopButton(desk, temper, name) : startButton(desk, temper, name)}
    </div>
    ${practice.isBusy && asked === temper ? html`<p>${words.busy}</p>` : nothing}
    ${isThis && practice.processes.length > 0 ? seen(words, practice) : nothing}
  </li>`;
}

const startButton = (desk: Desk, temper: Behaviour, name: string): TemplateResult =>
  html`<button
    type="button"
    aria-label=${say(desk).startOne(name)}
    ?disabled=${desk.model.practice.isBusy || isRunning(desk.model.practice)}
    @click=${() => ask(desk, temper, { do: 'practice-start', temper })}
  >
    ${say(desk).start}
  </button>`;

const stopButton = (desk: Desk, temper: Behaviour, name: string): TemplateResult =>
  html`<button
    type="button"
    aria-label=${say(desk).stopOne(name)}
    ?disabled=${desk.model.practice.isBusy}
    @click=${() => ask(desk, temper, { do: 'practice-stop' })}
  >
    ${say(desk).stop}
  </button>`;

function ask(desk: Desk, asked: Behaviour, message: FromPage): void {
  desk.change({ asked });
  desk.send(message);
}

const seen = (words: Words, { processes, icon }: PracticeState): TemplateResult =>
  html`<ul class="processes" aria-label=${words.processes}>
      ${processes.map((one) => html`<li ?data-left=${!one.isThere}>${process(words, one)}</li>`)}
    </ul>
    <p class="tray" data-icon=${icon}>${words.icons[icon]}</p>`;

// Those that left are struck through, not removed: one sees them go.
function process(words: Words, { pid, name, role, isThere }: PracticeProcess): TemplateResult {
  const line = html`<span class="pid">${pid}</span> <span class="what">${name}</span>
    <span class="quiet">${words.roles[role]}</span>`;
  return isThere ? line : html`<del>${line}</del><span class="unseen"> ${words.gone}</span>`;
}
