import { globToRegExp } from '../../core/paths.ts';

/** Whether two names of globs can be the same name; where both are patterns, they may. */
export function mayBe(one: string, other: string): boolean {
  const [wild, plain] = /[*?[]/.test(one) ? [one, other] : [other, one];
  return /[*?[]/.test(plain) || globToRegExp(wild, 'sensitive').test(plain);
}

/** Whether one path can match both globs, given as their names: a lock for elsewhere need not be said. */
export function mayMeet(one: readonly string[], other: readonly string[]): boolean {
  const [first, ...rest] = one;
  const [second, ...others] = other;
  if (first === '**') return mayMeet(rest, other) || (other.length > 0 && mayMeet(one, others));
  if (second === '**') return mayMeet(other, one);
  if (first === undefined || second === undefined) return first === second;
  return mayBe(first, second) && mayMeet(rest, others);
}
