import type { Slot } from '../../messages.ts';
import { type Desk, rotate } from '../desk.ts';
import { pixelsOf, turn } from '../ticks.ts';
import { partOf } from './part.ts';

/** The wheel turns the dial below the mouse, and only then does not scroll the page. */
export function listenForWheel(desk: Desk): void {
  const rests = new Map<Slot, number>();
  document.addEventListener(
    'wheel',
    (event) => {
      const part = partOf(event.target);
      if (part?.kind !== 'dial' || event.ctrlKey) return;
      event.preventDefault();
      const { deltaX, deltaY, deltaMode } = event;
      const delta = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
      const { ticks, rest } = turn(rests.get(part.slot) ?? 0, pixelsOf(delta, deltaMode));
      rests.set(part.slot, rest);
      rotate(desk, part.slot, ticks);
    },
    { passive: false },
  );
}
