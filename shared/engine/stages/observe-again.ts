import { lookAgain } from '../look.ts';
import type { Acted, ObservedAgain } from '../run-state.ts';
import { lookBySecond, type SecondLook } from '../second-look.ts';
import { withStarted } from '../started.ts';

/** The observation that the verdict is made from; by a second observer too, where that was asked for. */
export async function observeAgain(run: Acted): Promise<ObservedAgain> {
  const { context, client, request, before, recognize, recognizeFresh, started, plan, acted } = run;
  const { machine, clients, ui } = context;
  // A person took time to say no: what was there before the question is old.
  const isAsked = plan.refusals.some(({ code }) => code === 'declined');
  const fresh = plan.steps.length > 0 ? acted.seen : isAsked ? undefined : before;
  if (!run.lock.granted) return { ...run, after: before };
  const seen = await lookAgain(context, recognize, request, fresh);
  const second: SecondLook =
    request.secondLook || context.policy.secondLook
      ? await lookBySecond(machine, recognizeFresh, seen, clients)
      : { seen };
  const after = await withStarted(machine, client, second.seen, started);
  ui.onSeen?.(after);
  return { ...run, after, ...(second.line ? { secondLook: second.line } : {}) };
}
