import { plan as planFor } from '../../core/plan.ts';
import { busy } from '../lock-all.ts';
import type { Observed, Planned } from '../run-state.ts';

/** What will be done and what will not, by the rules of the core. Without the lock nothing is done. */
export function plan(run: Observed): Planned {
  const { context, client, request, before: seen, lock } = run;
  if (!lock.granted)
    return { ...run, plan: { request, steps: [], refusals: [busy(client.id, lock.holder)] } };
  const { machine, policy, origin, trigger } = context;
  const input = { client, platform: machine.platform, seen, request, policy, trigger };
  return { ...run, plan: planFor({ ...input, ...(origin ? { origin } : {}) }) };
}
