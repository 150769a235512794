import type { Refusal } from '../../core/model.ts';
import { plan as planFor } from '../../core/plan.ts';
import type { Observed, Planned } from '../run-state.ts';

/** What will be done and what will not, by the rules of the core. Without the lock nothing is done. */
export function plan(run: Observed): Planned {
  const { context, client, request, before: seen, lock } = run;
  if (!lock.granted) {
    const { request: other, pid, since } = lock.holder;
    const busy: Refusal = {
      code: 'busy',
      subject: client.id,
      detail: `${other}, pid ${pid}, since ${since}`,
    };
    return { ...run, plan: { request, steps: [], refusals: [busy] } };
  }
  const { machine, policy, origin, trigger } = context;
  const input = { client, platform: machine.platform, seen, request, policy, trigger };
  return { ...run, plan: planFor({ ...input, ...(origin ? { origin } : {}) }) };
}
