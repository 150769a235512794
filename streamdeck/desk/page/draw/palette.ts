import { html, type TemplateResult } from 'lit-html';
import type { DeckState, PaletteAction } from '../../messages.ts';
import { type Desk, say } from '../desk.ts';
import { tagOf } from '../words.ts';

/** The actions that can be laid on the deck. */
export const palette = (desk: Desk, deck: DeckState): TemplateResult =>
  html`<section class="panel palette" aria-labelledby="palette-title">
    <h2 id="palette-title">${say(desk).palette}</h2>
    <p class="quiet">${say(desk).paletteHelp}</p>
    <ul lang=${tagOf(deck.language)}>
      ${deck.palette.map((action) => html`<li>${entry(desk, action)}</li>`)}
    </ul>
  </section>`;

function entry(desk: Desk, { uuid, name, tooltip, icon }: PaletteAction): TemplateResult {
  const { carried } = desk.model;
  const isChosen = carried !== undefined && 'action' in carried && carried.action === uuid;
  return html`<button
    class="action"
    type="button"
    draggable="true"
    data-action=${uuid}
    data-name=${name}
    aria-pressed=${isChosen}
    @click=${() => desk.change({ carried: isChosen ? undefined : { action: uuid } })}
  >
    <span class="icon"><img src=${icon} alt="" draggable="false" /></span>
    <span><strong>${name}</strong><small>${tooltip}</small></span>
  </button>`;
}
