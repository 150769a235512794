import { html, nothing, type TemplateResult } from 'lit-html';
import type { DeckState, Placed, Slot } from '../../messages.ts';
import { type Desk, put, say } from '../desk.ts';
import { openSettings } from '../settings.ts';
import { actionOf, fits, placedAt } from '../slots.ts';
import { placeName } from './names.ts';
import { realText } from './real.ts';

/** Below the deck: what can be done with the place that was touched last. */
export function placeBar(desk: Desk, deck: DeckState): TemplateResult {
  const { at, carried, isPicking } = desk.model;
  const words = say(desk);
  const placed = at === undefined ? undefined : placedAt(deck, at);
  return html`<div class="bar" role="group" aria-label=${words.place}>
    ${
      carried !== undefined
        ? choosing(desk, words.choosePlace(nameOf(deck, actionOf(deck, carried))))
        : isPicking
          ? choosing(desk, words.picking)
          : html`${
              at === undefined
                ? html`<p class="quiet">${words.help}</p>`
                : placed === undefined
                  ? free(desk, deck, at)
                  : taken(desk, deck, placed)
            }
            ${pickButton(desk)}`
    }
  </div>`;
}

const nameOf = (deck: DeckState, action: string | undefined): string =>
  deck.palette.find((one) => one.uuid === action)?.name ?? '';

/** For fingers: a key that is touched is pressed, so its settings are asked for first. */
const pickButton = (desk: Desk): TemplateResult =>
  html`<button type="button" class="pick" @click=${() => desk.change({ isPicking: true })}>
    ${say(desk).pick}
  </button>`;

const choosing = (desk: Desk, text: string): TemplateResult =>
  html`<p>${text}</p>
    <button type="button" @click=${() => desk.change({ carried: undefined, isPicking: false })}>
      ${say(desk).cancel}<kbd>Esc</kbd>
    </button>`;

function taken(desk: Desk, deck: DeckState, { slot, name, real }: Placed): TemplateResult {
  const words = say(desk);
  return html`<p>
      <strong>${name}</strong> <span class="quiet">${placeName(words, deck, slot)}</span>
      ${real === undefined ? nothing : html`<span class="warning">${realText(words, name, real)}</span>`}
    </p>
    <button type="button" @click=${() => openSettings(desk, slot)}>
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
      <strong>${placeName(words, deck, slot)}</strong> <span class="quiet">${words.putHere}</span>
    </p>
    ${deck.palette
      .filter(({ uuid }) => fits(deck, uuid, slot))
      .map(
        ({ uuid, name }) => html`<button type="button" @click=${() => here(uuid)}>${name}</button>`,
      )}`;
}
