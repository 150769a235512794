import { type Desk, put } from '../desk.ts';
import { openSettings, pick } from '../settings.ts';
import { placedAt } from '../slots.ts';
import { holdsOf, type Part, partOf } from './part.ts';

/** Mouse, finger and pen press and hold what is on the deck. */
export function listenForPointers(desk: Desk): void {
  const held = new Map<number, Part>();

  document.addEventListener('pointerdown', (event) => {
    const part = partOf(event.target);
    if (part === undefined || event.button !== 0 || event.ctrlKey) return;
    if (desk.model.carried !== undefined || desk.model.isPicking) return;
    // Captured, so that the release arrives wherever the finger slides.
    part.element.setPointerCapture(event.pointerId);
    held.set(event.pointerId, part);
    holdsOf(desk, part).down(part.slot);
  });

  const end = (event: PointerEvent): void => {
    const part = held.get(event.pointerId);
    if (part === undefined) return;
    held.delete(event.pointerId);
    const holds = holdsOf(desk, part);
    if (event.type === 'pointerup') holds.up(part.slot);
    else holds.lose(part.slot);
  };
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', end);
  document.addEventListener('lostpointercapture', end);

  document.addEventListener('click', (event) => {
    const part = partOf(event.target);
    if (part === undefined) return;
    if (desk.model.carried !== undefined) return put(desk, part.slot);
    if (desk.model.isPicking) return pick(desk, part.slot);
    // A click without a pointer comes from a screen reader: it means a short press.
    if (event.detail !== 0) return;
    holdsOf(desk, part).down(part.slot);
    holdsOf(desk, part).up(part.slot);
  });

  document.addEventListener('contextmenu', (event) => {
    const part = partOf(event.target);
    if (part === undefined) return;
    event.preventDefault();
    // A finger that rests opens no settings: it holds the key.
    const isFinger = event instanceof PointerEvent && ['touch', 'pen'].includes(event.pointerType);
    const { deck } = desk.model;
    if (isFinger || deck === undefined || placedAt(deck, part.slot) === undefined) return;
    openSettings(desk, part.slot);
  });
}
