import type { DeckState, Placed, Slot } from '../messages.ts';

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** What is being carried to a slot: a new action from the list, or one that lies on the deck. */
export type Carried = { readonly action: string } | { readonly from: Slot };

export const keySlot = ({ column, row }: Cell): Slot => `key:${column},${row}`;
export const dialSlot = (column: number): Slot => `dial:${column}`;

/** The cell of a key, or undefined for a dial. */
export function cellOf(slot: Slot): Cell | undefined {
  const [, column, row] = /^key:(\d+),(\d+)$/.exec(slot) ?? [];
  return column === undefined ? undefined : { column: Number(column), row: Number(row) };
}

export const isDial = (slot: Slot): boolean => slot.startsWith('dial:');

/** An action without the plugin's own name. */
export const kindOf = (action: string): string => action.split('.').at(-1) ?? action;

/** All slots of a deck, row by row, dials last. */
export function slotsOf(size: Pick<DeckState, 'columns' | 'rows' | 'dials'>): readonly Slot[] {
  const keys = Array.from({ length: size.columns * size.rows }, (_, at) =>
    keySlot({ column: at % size.columns, row: Math.floor(at / size.columns) }),
  );
  return [...keys, ...Array.from({ length: size.dials }, (_, at) => dialSlot(at))];
}

export const placedAt = (deck: DeckState, slot: Slot): Placed | undefined =>
  deck.placed.find((one) => one.slot === slot);

/** The action that is carried, by its uuid; undefined if it is no longer there. */
export const actionOf = (deck: DeckState, carried: Carried): string | undefined =>
  'action' in carried ? carried.action : placedAt(deck, carried.from)?.action;

/** Whether an action may lie there: keys take `Keypad` actions, dials take `Encoder` ones. */
export function fits(deck: DeckState, action: string | undefined, slot: Slot): boolean {
  const known = deck.palette.find((one) => one.uuid === action);
  return known?.controllers.includes(isDial(slot) ? 'Encoder' : 'Keypad') ?? false;
}
