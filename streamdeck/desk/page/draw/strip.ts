import { html, type TemplateResult } from 'lit-html';
import type { DeckState, Slot } from '../../messages.ts';
import { type Desk, mayTake, say } from '../desk.ts';
import { placedAt } from '../slots.ts';
import { face, signOn } from './key.ts';
import { spoken } from './names.ts';

/** The part of the touch strip that belongs to one dial. */
export function stripPart(desk: Desk, deck: DeckState, slot: Slot): TemplateResult {
  const words = say(desk);
  const placed = placedAt(deck, slot);
  return html`<button
    class="part"
    type="button"
    data-part="strip"
    data-slot=${slot}
    aria-label=${spoken(words, words.stripAt(Number(slot.slice('dial:'.length)) + 1), placed)}
    ?data-empty=${placed === undefined}
    ?data-fits=${mayTake(desk, slot)}
  >
    ${face(placed)} ${signOn(desk, placed)}
  </button>`;
}
