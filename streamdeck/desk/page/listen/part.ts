import type { Slot } from '../../messages.ts';
import type { Desk } from '../desk.ts';
import type { Holds } from '../holds.ts';

/** Something on the deck that can be pressed. */
export interface Part {
  readonly kind: 'key' | 'dial' | 'strip';
  readonly slot: Slot;
  readonly element: HTMLElement;
}

/** The part of the deck in which an event happened. */
export function partOf(target: EventTarget | null): Part | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null;
  const { part, slot } = element?.dataset ?? {};
  if (element === null || slot === undefined) return undefined;
  if (part !== 'key' && part !== 'dial' && part !== 'strip') return undefined;
  return { kind: part, slot, element };
}

/** The slot in whose cell an event happened, also beside its part. */
export const slotOf = (target: EventTarget | null): Slot | undefined =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-slot]')?.dataset['slot']
    : undefined;

export const holdsOf = (desk: Desk, { kind }: Part): Holds =>
  kind === 'strip' ? desk.touches : desk.presses;
