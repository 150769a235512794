import type { Outcome } from '../model.ts';
import { neverRemoveMessages } from '../rules/never-remove-messages.ts';
import { refuseWhenInDoubt } from '../rules/refuse-when-in-doubt.ts';
import { removeNothingUnderHold } from '../rules/remove-nothing-under-hold.ts';
import { removeOnlyWhenGone } from '../rules/remove-only-when-gone.ts';
import { purge, quietMs } from './purge.ts';
import type { RequestRules } from './rules.ts';

/** The settings of a client are set aside, once it has been gone for a while; nothing is removed. */
export const reset: RequestRules = {
  ...purge,
  denies: [refuseWhenInDoubt, neverRemoveMessages, removeNothingUnderHold, removeOnlyWhenGone],
  steps: (input) => [
    { kind: 'settle', ms: quietMs(input), if: 'always', roots: [] },
    { kind: 'set-aside', ...(input.request.everything ? { everything: true } : {}) },
  ],
  judge: (left, outcomes, refusals) => {
    if (left !== 'gone') return left;
    if (refusals.some((refusal) => refusal.code === 'blind')) return 'unknown';
    return refusals.length > 0 || !outcomes.every(isFinished) ? 'partly' : 'gone';
  },
};

const isFinished = ({ kind, outcome }: Outcome): boolean =>
  kind !== 'set-aside' || outcome === 'done' || outcome === 'already';
