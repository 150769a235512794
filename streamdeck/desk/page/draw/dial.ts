import { html, nothing, type TemplateResult } from 'lit-html';
import type { DeckState, Slot } from '../../messages.ts';
import { type Desk, mayTake, rotate, say } from '../desk.ts';
import { placedAt } from '../slots.ts';
import { gripOf, realMark } from './key.ts';
import { placeName, spoken } from './names.ts';
import { knob } from './pictures.ts';

/** A dial: the wheel and the arrow keys turn it; the buttons beside it are for fingers. */
export function dial(desk: Desk, deck: DeckState, slot: Slot): TemplateResult {
  const words = say(desk);
  const place = placeName(words, deck, slot);
  const placed = placedAt(deck, slot);
  const button = (ticks: number, name: string, sign: string): TemplateResult =>
    html`<button
      class="turn"
      type="button"
      tabindex="-1"
      aria-label=${`${place}${words.join}${name}`}
      @click=${() => rotate(desk, slot, ticks)}
    >
      ${sign}
    </button>`;
  return html`<div class="dial" data-slot=${slot} ?data-fits=${mayTake(desk, slot)}>
    ${button(-1, words.turnLeft, '↺')}
    <div class="cell">
      <div
        class="push"
        role="spinbutton"
        tabindex="0"
        data-part="dial"
        data-slot=${slot}
        aria-label=${spoken(words, place, placed && { ...placed, label: '' })}
        aria-valuetext=${placed?.label ?? words.empty}
        ?data-down=${desk.presses.isDown(slot)}
        ?data-empty=${placed === undefined}
      >
        ${knob(desk.model.turned[slot] ?? 0)}
      </div>
      ${placed === undefined ? nothing : gripOf(desk, slot, placed)} ${realMark(desk, placed)}
    </div>
    ${button(1, words.turnRight, '↻')}
  </div>`;
}
