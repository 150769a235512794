import { askedBy } from './receipt-of.ts';
import type { Planned } from './run-state.ts';

/** What a plan means, as 64 hexadecimal digits: what is asked for, by which kinds of step, under which policy. */
export async function meaningOf({ context, request, plan }: Planned): Promise<string> {
  const asked = Object.entries(askedBy(request)).filter(([name]) => name !== 'only');
  const policy = await context.digestOf(context.policy);
  const steps = plan.steps.map(({ kind }) => kind);
  return hexDigest([asked.sort(), steps, policy]);
}

/** SHA-256 of a value as JSON, in hexadecimal digits. */
export async function hexDigest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
