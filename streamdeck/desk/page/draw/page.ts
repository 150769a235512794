import { html, nothing, type TemplateResult } from 'lit-html';
import { type Desk, say } from '../desk.ts';
import { deckView } from './deck.ts';
import { header } from './header.ts';
import { inspectorPanel } from './inspector.ts';
import { logView } from './log.ts';
import { palette } from './palette.ts';
import { hint, practicePanel } from './practice.ts';

/** The whole page. */
export function page(desk: Desk): TemplateResult {
  const words = say(desk);
  const { deck, link, notice, practice } = desk.model;
  return html`${header(desk)}
    <div class="lost" role="status">
      ${link === 'lost' ? html`<p>${words.lost} <code>npm run deck</code></p>` : nothing}
    </div>
    <main data-link=${link}>
      <div class="middle">
        <p class="hint">${deck === undefined ? words.connecting : hint(words, practice)}</p>
        ${deck === undefined ? nothing : deckView(desk, deck)}
        <p class="notice" role="status">${notice}</p>
      </div>
      ${deck === undefined ? nothing : palette(desk, deck)}
      <div class="side">${inspectorPanel(desk)} ${practicePanel(desk)}</div>
      ${logView(desk)}
    </main>`;
}
