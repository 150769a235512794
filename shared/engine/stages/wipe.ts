import { judge as judgeBy } from '../../core/judge.ts';
import type { Outcome, Request, Tier } from '../../core/model.ts';
import { reason, type ReasonCode } from '../../core/reason.ts';
import { wipedBy } from '../../core/requests/wipe.ts';
import type { Judged } from '../run-state.ts';
import { act } from './act.ts';
import { judge } from './judge.ts';
import { list } from './list.ts';
import { observeAgain } from './observe-again.ts';
import { plan } from './plan.ts';
import { settle } from './settle.ts';

/**
 * Where a wipe is asked for, or the policy wants one after a safe exit, the same request goes on to purge, by the same
 * stages, once its client is gone. Nobody is asked here: the proofs of a wipe are those of its plan, and the policy is
 * the consent to its own. A client that is not gone keeps its files.
 */
export async function wipe(run: Judged): Promise<Judged> {
  const { context, request, verdict, plan: exit } = run;
  const tiers = wipedBy(request, context.policy, context.origin);
  // What forbids the exit, a proof that was not given too, forbids what follows.
  if (tiers.length === 0 || exit.refusals.length > 0) return run;
  if (context.ui.signal?.aborted) return withSkipped(run, tiers, 'cancelled');
  if (verdict !== 'gone')
    return withSkipped(run, tiers, verdict === 'unknown' ? 'blind' : 'still-there');
  const purge: Request = { kind: 'purge', client: request.client, tiers };
  const settled = await settle(await list(plan({ ...run, request: purge, before: run.after })));
  return joined(run, judge(await observeAgain(await act(settled))), tiers);
}

/** Nothing is removed, and the receipt says so. */
function withSkipped(run: Judged, tiers: readonly Tier[], code: ReasonCode): Judged {
  const skipped: Outcome = {
    ...{ kind: 'remove', subject: tiers.join(', '), outcome: 'skipped' },
    ...{ reason: reason(code), ms: 0 },
  };
  const outcomes = [...run.acted.outcomes, skipped];
  return { ...run, wiped: tiers, acted: { ...run.acted, outcomes } };
}

/** Both halves as the one request that was asked for. */
function joined(exit: Judged, purge: Judged, tiers: readonly Tier[]): Judged {
  const { request } = exit;
  const { removed } = purge.acted;
  const outcomes = [...exit.acted.outcomes, ...purge.acted.outcomes];
  const refusals = [...exit.acted.refusals, ...purge.plan.refusals, ...purge.acted.refusals];
  const { after } = purge;
  return {
    ...exit,
    ...{ after, wiped: tiers },
    acted: { outcomes, refusals, ...(removed === undefined ? {} : { removed }) },
    verdict: judgeBy(request, after, outcomes, [...exit.plan.refusals, ...refusals]),
  };
}
