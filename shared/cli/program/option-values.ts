import { InvalidArgumentError } from 'commander';
import type { Tier } from '../../core/model.ts';

/** All tiers; the last one is always refused, in words of its own. */
export const TIERS: readonly Tier[] = [
  'cache',
  'leftover',
  're-download',
  'your-files',
  'messages',
];

/** `--tier cache --tier leftover` and `--tier cache,leftover` are the same. */
export function tierIn(value: string, before: readonly Tier[] = []): readonly Tier[] {
  const tiers = value.split(',').map((name) => TIERS.find((tier) => tier === name));
  if (tiers.includes(undefined))
    throw new InvalidArgumentError(`Allowed choices are ${TIERS.join(', ')}.`);
  return [...before, ...tiers.filter((tier) => tier !== undefined)];
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Use a whole number.');
  return Number(value);
}
