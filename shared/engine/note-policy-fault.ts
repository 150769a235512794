import { unknown } from '../core/known.ts';
import type { Request } from '../core/model.ts';
import type { Audit } from './audit.ts';
import type { RunContext } from './context.ts';
import { note } from './noting.ts';
import { unseen } from './look.ts';
import { askedBy, receiptOf } from './receipt-of.ts';

/** Notes a request that a broken policy file refuses, where that file does not rule out that a log is wanted. */
export async function notePolicyFault(
  context: RunContext & { readonly audit: Audit },
  request: Request & { readonly as?: 'restore' },
  detail: string,
): Promise<void> {
  const { as } = request;
  const asked = { ...askedBy(request), ...(as ? { request: as } : {}) };
  const refusals = [{ code: 'failed', subject: request.client, detail } as const];
  const receipt = await receiptOf(context, asked, {
    ...{ began: context.machine.clock.now(), verdict: 'unknown', outcomes: [], refusals },
    ...{ after: unseen(request.client, detail), more: {} },
    ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
  });
  const noted = await note(context, { asked, refusals });
  if (noted) await context.audit.outcome(noted, { ...receipt, result: 'refused' });
}
