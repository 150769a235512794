import { explainWhy } from '@shared/words/explain-why.ts';
import { en } from '@shared/words/en.ts';
import type { Known, Why } from '@shared/core/known.ts';

/** A fact in words: `…` while it is looked at, and why where it cannot be seen. */
export function inWords<T>(fact: Known<T> | undefined, say: (value: T) => string): string {
  if (!fact) return '…';
  return fact.known ? say(fact.value) : capitalWhy(fact.why);
}

const capitalWhy = (why: Why): string => `not known: ${explainWhy(why, en)}`;
