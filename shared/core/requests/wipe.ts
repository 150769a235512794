import type { Outcome, Policy, Request, Tier } from '../model.ts';
import { POLICY_SOURCES, type PolicyOrigin } from '../policy.ts';
import { exit } from './exit.ts';
import type { RequestRules } from './rules.ts';

/** What a wipe may remove: what costs a person nothing but time. Files of one's own are never among it. */
export const WIPED: readonly Tier[] = ['cache', 'leftover', 're-download'];

/** What a request goes on to remove once its client is gone: a wipe, or a safe exit where the policy says so. */
export function wipedBy(
  { kind }: Pick<Request, 'kind'>,
  policy: Pick<Policy, 'wipe' | 'demand'>,
  origin?: PolicyOrigin,
): readonly Tier[] {
  const wanted =
    kind === 'wipe' ? WIPED : kind === 'exit' && isItsConsent(policy, origin) ? policy.wipe : [];
  return WIPED.filter((tier) => wanted?.includes(tier));
}

/** The policy is the consent to its own wipe; a weaker source consents to nothing that a stronger one wants proved. */
function isItsConsent({ demand }: Pick<Policy, 'demand'>, origin: PolicyOrigin = {}): boolean {
  const rank = (field: 'wipe' | 'demand'): number => {
    const source = origin[field]?.source;
    return source === undefined ? POLICY_SOURCES.length : POLICY_SOURCES.indexOf(source);
  };
  const isDemanded = demand?.purge !== undefined || demand?.wipe !== undefined;
  return !isDemanded || rank('wipe') <= rank('demand');
}

/** A safe exit; where its client is gone the same request goes on to remove files. */
export const wipe: RequestRules = {
  ...exit,
  judge: (left, outcomes, refusals) =>
    // What was refused says so itself; what just did not come about leaves the wipe unfinished.
    left === 'gone' && refusals.length === 0 && !outcomes.every(isFinished) ? 'partly' : left,
};

const isFinished = ({ kind, outcome }: Outcome): boolean =>
  kind !== 'remove' || outcome === 'done' || outcome === 'already';
