import { html, nothing, type TemplateResult } from 'lit-html';
import type { DeckState, Placed, Slot } from '../../messages.ts';
import { type Desk, mayTake, say } from '../desk.ts';
import { cellOf, placedAt } from '../slots.ts';
import { placeName, spoken } from './names.ts';
import { grip, signs } from './pictures.ts';

/** One key with what the plugin painted on it. */
export function key(desk: Desk, deck: DeckState, slot: Slot): TemplateResult {
  const words = say(desk);
  const placed = placedAt(deck, slot);
  const isFirst = slot === 'key:0,0';
  const { at } = desk.model;
  const isRover = at === slot || (isFirst && (at === undefined || cellOf(at) === undefined));
  return html`<div role="gridcell" class="cell" data-slot=${slot} ?data-fits=${mayTake(desk, slot)}>
    <button
      class="key"
      type="button"
      data-part="key"
      data-slot=${slot}
      tabindex=${isRover ? 0 : -1}
      aria-label=${spoken(words, placeName(words, deck, slot), placed)}
      title=${placed?.name ?? nothing}
      ?data-down=${desk.presses.isDown(slot)}
      ?data-empty=${placed === undefined}
      ?data-inspected=${isInspected(deck, placed)}
    >
      ${face(placed)} ${signOn(desk, placed)}
    </button>
    ${placed === undefined ? nothing : gripOf(desk, slot, placed)} ${realMark(desk, placed)}
  </div>`;
}

/** Seen before it is pressed: this key acts on a real client. */
export const realMark = (
  desk: Desk,
  placed: Placed | undefined,
): TemplateResult | typeof nothing =>
  placed?.real === undefined
    ? nothing
    : html`<span class="real" aria-hidden="true">${say(desk).real}</span>`;

export const face = (placed: Placed | undefined): TemplateResult | typeof nothing =>
  placed?.image === undefined
    ? nothing
    : html`<img class="face" src=${placed.image} alt="" draggable="false" decoding="sync" />`;

export function signOn(desk: Desk, placed: Placed | undefined): unknown {
  const sign = desk.model.signs.find((one) => one.context === placed?.context);
  return sign === undefined ? nothing : signs[sign.sign];
}

// The key itself is for pressing, so that a drag does not press it first.
export const gripOf = (desk: Desk, slot: Slot, placed: Placed): TemplateResult =>
  html`<span
    class="grip"
    aria-hidden="true"
    draggable="true"
    data-grip=${slot}
    data-name=${placed.name}
    title=${say(desk).dragToMove}
    >${grip}</span
  >`;

const isInspected = (deck: DeckState, placed: Placed | undefined): boolean =>
  placed !== undefined && [placed.slot, placed.context].includes(deck.inspecting ?? '');
