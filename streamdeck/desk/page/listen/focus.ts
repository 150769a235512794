import type { Desk } from '../desk.ts';
import { holdsOf, partOf } from './part.ts';

/** What is held is let go of when focus, window or page go away. */
export function listenForFocus(desk: Desk): void {
  const loseAll = (): void => {
    desk.presses.keepOnly([]);
    desk.touches.keepOnly([]);
  };
  window.addEventListener('blur', loseAll);
  window.addEventListener('pagehide', loseAll);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) loseAll();
  });
  document.addEventListener('focusout', (event) => {
    const part = partOf(event.target);
    if (part !== undefined) holdsOf(desk, part).lose(part.slot);
  });
  document.addEventListener('focusin', (event) => {
    const part = partOf(event.target);
    if (part !== undefined && part.slot !== desk.model.at) desk.change({ at: part.slot });
  });
}
