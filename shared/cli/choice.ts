import { foldedName } from '../core/client-names.ts';

/** One thing to choose. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Said beside it, in grey. */
  readonly hint?: string;
  /** What else it is found by. */
  readonly names?: readonly string[];
}

/**
 * How well a search fits a choice: 4 one of its names, 3 the beginning of one, 2 a part of one, 1 its letters in
 * their order, 0 not at all. Case, width and blanks do not matter.
 */
export function rank(search: string, { value, label, names = [] }: Choice<string>): number {
  const wanted = foldedName(search);
  const ranks = [value, label, ...names].map(foldedName).map((name) => {
    if (name === wanted) return 4;
    if (name.startsWith(wanted)) return 3;
    if (name.includes(wanted)) return 2;
    return hasInOrder(name, wanted) ? 1 : 0;
  });
  return Math.max(...ranks);
}

/** Whether a choice fits a search as well as the best of them: who types a whole name means no other. */
export const fits = (
  search: string,
  choice: Choice<string>,
  all: readonly Choice<string>[],
): boolean => rank(search, choice) >= Math.max(1, ...all.map((one) => rank(search, one)));

function hasInOrder(name: string, letters: string): boolean {
  let at = 0;
  return [...letters].every((letter) => {
    at = name.indexOf(letter, at) + 1;
    return at > 0;
  });
}
