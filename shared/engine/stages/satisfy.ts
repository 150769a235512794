import type { Refusal } from '../../core/model.ts';
import { rootIdentities } from '../../core/root-identities.ts';
import type { Planned } from '../run-state.ts';
import { look, lookPastHidden } from '../look.ts';
import { startedBy, withMore } from '../started.ts';
import { plan } from './plan.ts';

/**
 * Gets what the plan demands. After a question the engine observes and plans again, for the roots that were
 * there before it: a dialog takes time, and nobody was asked about what came meanwhile.
 */
export async function satisfy(run: Planned): Promise<Planned> {
  const { context, client, request } = run;
  const [demand] = run.plan.demands ?? [];
  // Of a request that was called off each step says so.
  const isCancelled = (): boolean => context.ui.signal?.aborted === true;
  if (demand === undefined || isCancelled()) return run;
  const answer = await context.ui.satisfy?.({ kind: demand, client });
  if (answer) return { ...(await planAgain(run)), consent: { by: 'question' } };
  if (isCancelled()) return run;
  const code = answer === undefined ? 'needs-consent' : 'declined';
  const refusal: Refusal = { code, subject: client.id };
  return { ...run, plan: { request, steps: [], refusals: [...run.plan.refusals, refusal] } };
}

async function planAgain(run: Planned): Promise<Planned> {
  const { processes } = run.before;
  if (!processes.known) return run;
  const request = { ...run.request, only: run.request.only ?? rootIdentities(processes.value) };
  const { context, client, recognize } = run;
  const { machine } = context;
  // What was seen before the question is remembered: it may have begun to hide itself.
  const once = () => look(context, recognize, client.id);
  const before = await lookPastHidden(once, machine.clock);
  const started = withMore(run.started, await startedBy(machine.processes, before));
  return plan({ ...run, request, before, started });
}
