import type { Receipt } from './receipt.ts';

/** Longer than any line that people read; two files hold some hundred of the longest. */
export const LINE_LENGTH = 100_000;

/** How much of each list and of each text stays, from the most to the least. */
const STEPS = [
  { items: 200, letters: 4_000 },
  { items: 20, letters: 1_000 },
  { items: 3, letters: 200 },
] as const;

/**
 * A receipt that fits into one line of the log: lists and texts of a bigger one are cut, and `shortened` says
 * so. The receipt that is printed is whole.
 */
export function inBounds(receipt: Receipt, length = LINE_LENGTH): Receipt {
  for (const bounds of [undefined, ...STEPS]) {
    const one = bounds
      ? { ...(cut(receipt, bounds) as Receipt), shortened: true as const }
      : receipt;
    if (JSON.stringify(one).length <= length || bounds === STEPS.at(-1)) return one;
  }
  return receipt;
}

function cut(
  value: unknown,
  bounds: { readonly items: number; readonly letters: number },
): unknown {
  if (typeof value === 'string') return value.slice(0, bounds.letters);
  if (Array.isArray(value)) return value.slice(0, bounds.items).map((one) => cut(one, bounds));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, bounds)]));
}
