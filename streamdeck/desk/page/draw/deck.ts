import { html, nothing, type TemplateResult } from 'lit-html';
import type { DeckState } from '../../messages.ts';
import { type Desk, say } from '../desk.ts';
import { dialSlot, keySlot } from '../slots.ts';
import { dial } from './dial.ts';
import { key } from './key.ts';
import { stripPart } from './strip.ts';

/** The deck: keys, and for some devices a touch strip with dials below. */
export function deckView(desk: Desk, deck: DeckState): TemplateResult {
  const words = say(desk);
  const dials = range(deck.dials).map(dialSlot);
  return html`<section class="stage" aria-labelledby="deck-title">
    <h2 id="deck-title" class="unseen">${words.deck}</h2>
    <div class="deck" data-device=${deck.device}>
      <div
        class="keys"
        role="grid"
        aria-label=${deck.device === 'pedal' ? words.pedals : words.keys}
      >
        ${range(deck.rows).map(
          (row) =>
            html`<div role="row">
              ${range(deck.columns).map((column) => key(desk, deck, keySlot({ column, row })))}
            </div>`,
        )}
      </div>
      ${deck.device === 'neo' ? infoBar : nothing}
      ${
        dials.length === 0
          ? nothing
          : html`<div class="strip" role="group" aria-label=${words.strip}>
                ${dials.map((slot) => stripPart(desk, deck, slot))}
              </div>
              <div class="dials" role="group" aria-label=${words.dials}>
                ${dials.map((slot) => dial(desk, deck, slot))}
              </div>`
      }
    </div>
    ${deck.device === 'pedal' ? html`<p class="quiet aside">${words.noDisplay}</p>` : nothing}
  </section>`;
}

// The bar and the touch points of a Neo belong to its host: no plugin draws or hears them.
const infoBar = html`<div class="info-bar" aria-hidden="true"><i></i><span></span><i></i></div>`;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
