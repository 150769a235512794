import { presence } from '../core/presence.ts';
import { aboutOf } from '../core/requests/index.ts';
import type { Preview } from '../engine/engine.ts';

/**
 * Whether the request would be carried out as asked, as far as a look tells; what nobody consented to yet is consented
 * to by the next call. Where something could not be seen the request would end as unknown.
 */
export const wouldSucceed = (one: Preview): boolean =>
  isIdle(one) || (one.plan.refusals.length === 0 && isSeen(one) && canList(one));

/** Whether anything would be asked, ended, closed or removed. */
export const wouldChange = (one: Preview): boolean =>
  !isIdle(one) &&
  one.plan.refusals.length === 0 &&
  (one.plan.steps.length > 0 || wouldWipe(one.plan));

/** Whether it would go on to remove anything. */
const wouldWipe = ({ wipe }: Preview['plan']): boolean =>
  wipe?.refusals.length === 0 && !(wipe.listing?.known && wipe.listing.value.files === 0);

/** Nothing is to be done, and nothing is hidden from us. A purge that finds nothing does nothing, whatever it would wait for. */
export function isIdle(one: Preview): boolean {
  const { plan } = one;
  const { listing, reset } = plan;
  const finds = reset
    ? !reset.known || reset.value.rows.length + reset.value.refusals.length > 0
    : !listing?.known || listing.value.files + listing.value.refusals.length > 0;
  // Whether there is such an account only the deed finds out.
  if (plan.request.account !== undefined && !finds) return false;
  if (wouldWipe(plan)) return false;
  return plan.refusals.length === 0 && isSeen(one) && !(plan.steps.length > 0 && finds);
}

/** Whether all of the client could be seen. A purge that cannot see is refused in its plan. */
export const isSeen = ({ plan, seen }: Preview): boolean =>
  aboutOf(plan.request.kind) === 'files' || presence(seen) !== 'unknown';

/** A purge that would take all that it listed; any other request lists nothing. */
function canList({ plan: { listing, reset, request } }: Preview): boolean {
  if (reset) return reset.known && reset.value.refusals.length === 0;
  if (!listing) return true;
  if (!listing.known || listing.value.refusals.length > 0) return false;
  // Whether there is such an account only the purge itself finds out.
  return listing.value.files > 0 || request.account === undefined;
}
