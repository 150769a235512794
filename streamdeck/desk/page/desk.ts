import type { FromPage, Slot } from '../messages.ts';
import type { Holds } from './holds.ts';
import type { Model } from './model.ts';
import { actionOf, fits } from './slots.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

/** What drawing and listening share. */
export interface Desk {
  readonly model: Model;
  /** Keys and dials. */
  readonly presses: Holds;
  /** Parts of the touch strip. */
  readonly touches: Holds;
  send(message: FromPage): void;
  change(part: Partial<Model>): void;
}

export const say = (desk: Desk): Words => wordsOf(desk.model.language);

/** Whether what is carried may be laid down there. */
export function mayTake({ model: { deck, carried } }: Desk, slot: Slot): boolean {
  return deck !== undefined && carried !== undefined && fits(deck, actionOf(deck, carried), slot);
}

/** Lays down there what is carried, or says that it does not fit. */
export function put(desk: Desk, slot: Slot): void {
  const { deck, carried } = desk.model;
  if (deck === undefined || carried === undefined) return;
  const action = actionOf(deck, carried);
  if (action === undefined || !mayTake(desk, slot))
    return desk.change({ notice: say(desk).doesNotFit });
  if ('action' in carried) desk.send({ do: 'place', action, slot });
  else if (carried.from !== slot) desk.send({ do: 'move', from: carried.from, to: slot });
  desk.change({ carried: undefined, notice: '', at: slot });
}

/** Turns a dial, and its knob on the page with it. */
export function rotate(desk: Desk, slot: Slot, ticks: number): void {
  if (ticks === 0) return;
  desk.send({ do: 'rotate', slot, ticks });
  const { turned } = desk.model;
  desk.change({ turned: { ...turned, [slot]: (turned[slot] ?? 0) + ticks } });
}
