import type { Observation, Outcome, Refusal, Request, Verdict } from '../core/model.ts';
import type { Known } from '../core/known.ts';
import { remainingOf, stepLine, type Receipt, type Sizes } from '../core/receipt.ts';
import { wantedBy } from '../core/requests/purge.ts';
import { resultOf } from '../core/result.ts';
import type { RunContext } from './context.ts';

/** What a receipt says of the end of a request. */
export interface End {
  readonly began: number;
  readonly verdict: Verdict;
  readonly outcomes: readonly Outcome[];
  readonly refusals: readonly Refusal[];
  readonly after: Observation;
  readonly sizes: Known<Sizes>;
  readonly unmerged: Known<readonly string[]>;
  readonly more: Partial<
    Pick<
      Receipt,
      | ('tiers' | 'evidence' | 'removed' | 'moved' | 'restored' | 'lockedIn')
      | ('consent' | 'proofs' | 'secondLook')
    >
  >;
}

/** What a receipt says of the request itself. */
type Asked = Pick<
  Receipt,
  'client' | 'request' | 'then' | 'tiers' | 'account' | 'permanently' | 'everything' | 'only'
>;

/** The one place where a receipt is made: of every surface, every request and every fault. */
export async function receiptOf(
  context: RunContext,
  asked: Asked,
  { began, verdict, outcomes, refusals, after, sizes, unmerged, more }: End,
): Promise<Receipt> {
  const { machine, surface, trigger, program } = context;
  const steps = outcomes.map(stepLine);
  const left = remainingOf(after, sizes, unmerged);
  const result = resultOf({ ...asked, ...more, verdict, steps, refusals, left });
  return {
    schema: 'clean-exit/receipt/2',
    id: context.newId(),
    ...asked,
    result,
    verdict,
    steps,
    refusals,
    left,
    ...more,
    elapsedMs: machine.clock.now() - began,
    at: new Date(machine.clock.now()).toISOString(),
    ...{ surface, trigger, program, policy: await context.digestOf(context.policy) },
    ...(context.order === undefined ? {} : { order: context.order }),
  };
}

/** A request as its receipt says it. */
export const askedBy = (request: Request): Asked => ({
  ...{ client: request.client, request: request.kind },
  ...(request.then ? { then: request.then } : {}),
  ...(request.kind === 'purge' ? { tiers: wantedBy(request).tiers } : {}),
  ...(request.account === undefined ? {} : { account: request.account }),
  ...(request.permanently ? { permanently: request.permanently } : {}),
  ...(request.everything ? { everything: request.everything } : {}),
  ...(request.only === undefined
    ? {}
    : {
        only: request.only.map(({ pid, startTime, owner }) => ({ pid, startTime, owner })),
      }),
});
