import type { Desk } from '../desk.ts';

/** A notice has been read when the next thing is done. */
export function listenForTheNextThing(desk: Desk): void {
  const clear = (): void => {
    if (desk.model.notice !== '') desk.change({ notice: '' });
  };
  document.addEventListener('pointerdown', clear);
  document.addEventListener('keydown', clear);
}
