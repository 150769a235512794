import { askedBy } from '../receipt-of.ts';
import { meaningOf } from '../meaning.ts';
import { note, unwritable } from '../noting.ts';
import type { Planned } from '../run-state.ts';

/**
 * Notes in the audit log what is about to be done, before an order is spent and before anything is touched. Where the
 * policy requires the note and there is none, nothing is done.
 */
export async function recordIntent(run: Planned): Promise<Planned> {
  const { context, request, plan, before, consent, proofs, filesRefusal } = run;
  if (!context.audit) return run;
  const noted = await note(context, {
    ...{ asked: askedBy(request), planDigest: await meaningOf(run), before },
    refusals: [...plan.refusals, ...(filesRefusal ? [filesRefusal] : [])],
    ...(consent ? { consent } : {}),
    ...(proofs ? { proofs } : {}),
  });
  const refusal = unwritable(context, noted);
  if (!noted || !refusal) return { ...run, ...(noted ? { noted } : {}) };
  return { ...run, noted, plan: { request, steps: [], refusals: [...plan.refusals, refusal] } };
}
