import { editionsOn } from '../client.ts';
import type { Wanted } from '../model.ts';
import type { Request } from '../model.ts';
import type { PlanInput } from '../plan-input.ts';
import { leaveYourFilesInReach } from '../rules/leave-your-files-in-reach.ts';
import { neverRemoveMessages } from '../rules/never-remove-messages.ts';
import { refuseWhenInDoubt } from '../rules/refuse-when-in-doubt.ts';
import { removeNothingUnderHold } from '../rules/remove-nothing-under-hold.ts';
import { removeOnlyWhatWeKnow } from '../rules/remove-only-what-we-know.ts';
import { removeOnlyWhenGone } from '../rules/remove-only-when-gone.ts';
import { takeYourFilesOnlyWhenAsked } from '../rules/take-your-files-only-when-asked.ts';
import type { RequestRules } from './rules.ts';

/** Files of these tiers go, once the client has been gone for a while. */
export const purge: RequestRules = {
  about: 'files',
  needs: ({ processes }) => [processes],
  denies: [
    refuseWhenInDoubt,
    neverRemoveMessages,
    removeNothingUnderHold,
    removeOnlyWhatWeKnow,
    takeYourFilesOnlyWhenAsked,
    leaveYourFilesInReach,
    removeOnlyWhenGone,
  ],
  steps: (input) => [
    { kind: 'settle', ms: quietMs(input), if: 'always', roots: [] },
    { kind: 'remove', wanted: wantedBy(input.request) },
  ],
  judge: (left, outcomes, refusals) => {
    if (left !== 'gone') return left;
    if (refusals.some((refusal) => refusal.code === 'blind')) return 'unknown';
    const finished = outcomes.every(
      (one) => one.kind !== 'remove' || one.outcome === 'done' || one.outcome === 'already',
    );
    return refusals.length > 0 || !finished ? 'partly' : 'gone';
  },
  isDone: ({ verdict }) => verdict === 'gone',
};

/** What a purge is for; without a word the cache alone. */
export const wantedBy = ({ tiers = ['cache'], account }: Request): Wanted => ({
  tiers,
  ...(account === undefined ? {} : { account }),
});

/** The longest time that an edition of this client is known to go on writing, else the policy's; in ms. */
export function quietMs({ client, platform, policy }: PlanInput): number {
  const known = editionsOn(client, platform).flatMap((edition) => edition.quietMs ?? []);
  return known.length > 0 ? Math.max(...known) : policy.purgeSettleMs;
}
