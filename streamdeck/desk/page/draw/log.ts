import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { LogLine } from '../../messages.ts';
import { type Desk, say } from '../desk.ts';

const SOURCES = ['host', 'plugin', 'inspector'] as const;

/** What host, plugin and inspector said to each other, folded away. */
export function logView(desk: Desk): TemplateResult {
  const words = say(desk);
  const { log, logHides } = desk.model;
  const lines = log.filter(([, line]) => !logHides.includes(line.from));
  return html`<details class="panel log" aria-labelledby="log-title">
    <summary>
      <h2 id="log-title">${words.log}</h2>
      <span class="quiet">${words.logLines(log.length)}</span>
    </summary>
    <div class="head">
      <div role="group" aria-label=${words.logShow}>
        ${SOURCES.map((from) => filter(desk, from))}
      </div>
      <button type="button" @click=${() => void copy(desk, lines)}>${words.copy}</button>
    </div>
    <div class="lines" role="region" aria-label=${words.log} tabindex="0">
      ${repeat(
        lines,
        ([number]) => number,
        ([, line]) =>
          html`<div class="line" data-from=${line.from}>
            <time>${clock(line.at)}</time> <span class="from">${words.from[line.from]}</span>
            <b>${line.event}</b> <code>${line.text}</code>
          </div>`,
      )}
    </div>
  </details>`;
}

function filter(desk: Desk, from: LogLine['from']): TemplateResult {
  const { logHides } = desk.model;
  const isHidden = logHides.includes(from);
  const next = isHidden ? logHides.filter((one) => one !== from) : [...logHides, from];
  return html`<button
    class="chip"
    type="button"
    data-from=${from}
    aria-pressed=${!isHidden}
    @click=${() => desk.change({ logHides: next })}
  >
    ${say(desk).from[from]}
  </button>`;
}

async function copy(desk: Desk, lines: Desk['model']['log']): Promise<void> {
  const text = lines.map(([, { at, from, event, text }]) =>
    [new Date(at).toISOString(), from, event, text].join(' '),
  );
  const notice = await navigator.clipboard.writeText(text.join('\n')).then(
    () => say(desk).copied,
    () => say(desk).copyFailed,
  );
  desk.change({ notice });
}

const two = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Local time with milliseconds. */
function clock(at: number): string {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((one) => two(one));
  return `${parts.join(':')}.${two(date.getMilliseconds(), 3)}`;
}
