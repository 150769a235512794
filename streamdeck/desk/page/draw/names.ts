import type { DeckState, Placed, Slot } from '../../messages.ts';
import { cellOf } from '../slots.ts';
import type { Words } from '../words.en.ts';

/** Where a slot is, counted from 1: `Row 1, column 2`. */
export function placeName(words: Words, { device }: Pick<DeckState, 'device'>, slot: Slot): string {
  const cell = cellOf(slot);
  if (cell === undefined) return words.dialAt(Number(slot.slice('dial:'.length)) + 1);
  return device === 'pedal'
    ? words.pedalAt(cell.column + 1)
    : words.keyAt(cell.column + 1, cell.row + 1);
}

/** What a screen reader says: place, action, the words of its image, and whether it is real. */
export const spoken = (words: Words, place: string, placed: Placed | undefined): string =>
  placed === undefined
    ? `${place}${words.join}${words.empty}`
    : [place, placed.name, placed.label, placed.real && words.real]
        .filter(Boolean)
        .join(words.join);
