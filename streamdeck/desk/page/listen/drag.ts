import { type Desk, mayTake, put } from '../desk.ts';
import { slotOf } from './part.ts';

/** Actions are dragged from the list, placed ones by their grip. */
export function listenForDrags(desk: Desk): void {
  document.addEventListener('dragstart', (event) => {
    const source = event.target instanceof HTMLElement ? event.target.dataset : {};
    const { action, grip: from, name = '' } = source;
    if (action === undefined && from === undefined) return;
    event.dataTransfer?.setData('text/plain', name);
    desk.change({ carried: from === undefined ? { action: action ?? '' } : { from } });
  });

  let over: string | undefined;

  document.addEventListener('dragover', (event) => {
    const slot = slotOf(event.target);
    over = slot;
    // Only a place that takes it lets it drop: the mouse shows the difference.
    if (slot !== undefined && mayTake(desk, slot)) event.preventDefault();
  });

  document.addEventListener('drop', (event) => {
    const slot = slotOf(event.target);
    if (slot === undefined) return;
    event.preventDefault();
    put(desk, slot);
  });

  document.addEventListener('dragend', (event) => {
    // It was let go where it does not fit: said, as for whoever uses no mouse.
    if (event.dataTransfer?.dropEffect === 'none' && over !== undefined && !mayTake(desk, over))
      put(desk, over);
    over = undefined;
    desk.change({ carried: undefined });
  });
}
