import { html, type TemplateResult } from 'lit-html';
import type { DeckState, Placed, Slot } from '../../messages.ts';
import { type Desk, put, say } from '../desk.ts';
import { actionOf, fits, placedAt } from '../slots.ts';
import { placeName } from './names.ts';

/** Below the deck: what can be done with the place that was touched last. */
export function placeBar(desk: Desk, deck: DeckState): TemplateResult {
  const { at, carried } = desk.model;
  const words = say(desk);
  const placed = at === undefined ? undefined : placedAt(deck, at);
  return html`<div class="bar" role="group" aria-label=${words.place}>
    ${
      carried !== undefined
        ? carrying(desk, nameOf(deck, actionOf(deck, carried)))
        : at === undefined
          ? html`<p class="quiet">${words.help}</p>`
          : placed === undefined
            ? free(desk, deck, at)
            : taken(desk, placed)
    }
  </div>`;
}

const nameOf = (deck: DeckState, action: string | undefined): string =>
  deck.palette.find((one) => one.uuid === action)?.name ?? '';

const carrying = (desk: Desk, name: string): TemplateResult =>
  html`<p>${say(desk).choosePlace(name)}</p>
    <button type="button" @click=${() => desk.change({ carried: undefined })}>
      ${say(desk).cancel}<kbd>Esc</kbd>
    </button>`;

function taken(desk: Desk, { slot, name }: Placed): TemplateResult {
  const words = say(desk);
  return html`<p><strong>${name}</strong> <span class="quiet">${placeName(words, slot)}</span></p>
    <button type="button" @click=${() => desk.send({ do: 'inspect', slot })}>
      ${words.settings}<kbd>I</kbd>
    </button>
    <button type="button" @click=${() => desk.change({ carried: { from: slot } })}>
      ${words.move}<kbd>M</kbd>
    </button>
    <button type="button" @click=${() => desk.send({ do: 'clear', slot })}>
      ${words.clear}<kbd>Del</kbd>
    </button>`;
}

function free(desk: Desk, deck: DeckState, slot: Slot): TemplateResult {
  const words = say(desk);
  const here = (action: string): void => {
    desk.change({ carried: { action } });
    put(desk, slot);
  };
  return html`<p>
      <strong>${placeName(words, slot)}</strong> <span class="quiet">${words.putHere}</span>
    </p>
    ${deck.palette
      .filter(({ uuid }) => fits(deck, uuid, slot))
      .map(
        ({ uuid, name }) => html`<button type="button" @click=${() => here(uuid)}>${name}</button>`,
      )}`;
}
