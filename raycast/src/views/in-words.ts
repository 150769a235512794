import type { Known } from '@shared/core/known.ts';
import { whyWords } from '../show/why.ts';

/** A fact in words: `…` while it is looked at, and why where it cannot be seen. */
export function inWords<T>(fact: Known<T> | undefined, say: (value: T) => string): string {
  if (!fact) return '…';
  return fact.known ? say(fact.value) : `not known: ${whyWords(fact.why)}`;
}
