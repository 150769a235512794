import type { Planned } from '../run-state.ts';

/** An order is spent just before something is done by it, never by a refusal; where it was spent before, nothing is done. */
export async function begin(run: Planned): Promise<Planned> {
  const { context, client, request, plan } = run;
  const isRefused = plan.refusals.length > 0 || run.filesRefusal !== undefined;
  if (isRefused || context.ui.signal?.aborted) return run;
  const refusal = await context.spendOrder?.();
  if (!refusal) return run;
  return { ...run, plan: { request, steps: [], refusals: [{ ...refusal, subject: client.id }] } };
}
