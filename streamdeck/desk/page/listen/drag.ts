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

  document.addEventListener('dragover', (event) => {
    const slot = slotOf(event.target);
    // Only a place that takes it lets it drop: the mouse shows the difference.
    if (slot !== undefined && mayTake(desk, slot)) event.preventDefault();
  });

  document.addEventListener('drop', (event) => {
    const slot = slotOf(event.target);
    if (slot === undefined) return;
    event.preventDefault();
    put(desk, slot);
  });

  document.addEventListener('dragend', () => desk.change({ carried: undefined }));
}
