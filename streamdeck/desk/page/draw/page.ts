import { html, nothing, type TemplateResult } from 'lit-html';
import { type Desk, say } from '../desk.ts';
import { deckView } from './deck.ts';
import { header } from './header.ts';
import { inspectorPanel } from './inspector.ts';
import { logView } from './log.ts';
import { palette } from './palette.ts';
import { placeBar } from './place-bar.ts';
import { nextSentence } from '../next-step.ts';
import { answerText } from './answer.ts';
import { practicePanel } from './practice.ts';
import { realDialog } from './real.ts';

/** The whole page. */
export function page(desk: Desk): TemplateResult {
  const words = say(desk);
  const { deck, link, notice, answer } = desk.model;
  return html`${header(desk)}
    <div class="lost" role="status">
      ${link === 'lost' ? html`<p>${words.lost} <code>npm run deck</code></p>` : nothing}
    </div>
    <main data-link=${link}>
      <div class="middle">
        <p class="hint">
          ${deck === undefined ? words.connecting : nextSentence(words, desk.model)}
        </p>
        ${deck === undefined ? nothing : deckView(desk, deck)}
        <p class="answer" role="status">${answerText(words, answer)}</p>
        ${deck === undefined ? nothing : placeBar(desk, deck)}
        <p class="notice" role="status">${notice}</p>
      </div>
      <div class="left">
        ${inspectorPanel(desk)} ${deck === undefined ? nothing : palette(desk, deck)}
      </div>
      <div class="side">${practicePanel(desk)}</div>
      ${logView(desk)}
    </main>
    ${realDialog(desk)}`;
}
