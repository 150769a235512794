import { askedBy } from './receipt-of.ts';
import type { Planned } from './run-state.ts';

/** What a plan means, as 64 hexadecimal digits: what is asked for, by which kinds of step, under which policy. */
export async function meaningOf({ context, request, plan }: Planned): Promise<string> {
  const { only: _, ...asked } = askedBy(request);
  const policy = await context.digestOf(context.policy);
  const steps = plan.steps.map(({ kind }) => kind);
  const text = JSON.stringify([Object.entries(asked).sort(), steps, policy]);
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(bytes).toString('hex');
}
