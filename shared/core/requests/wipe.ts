import type { Tier } from '../model.ts';
import { exit } from './exit.ts';
import type { RequestRules } from './rules.ts';

/** What a wipe removes: what costs a person nothing but time. Files of one's own are never among it. */
export const WIPED: readonly Tier[] = ['cache', 'leftover', 're-download'];

/** A safe exit; where its client is gone the same request goes on to remove files, see the engine's stage `wipe`. */
export const wipe: RequestRules = {
  ...exit,
  judge: (left, outcomes, refusals) => {
    if (left !== 'gone') return left;
    if (refusals.some((refusal) => refusal.code === 'blind')) return 'unknown';
    const finished = outcomes.every(
      (one) => one.kind !== 'remove' || one.outcome === 'done' || one.outcome === 'already',
    );
    return refusals.length > 0 || !finished ? 'partly' : 'gone';
  },
};
