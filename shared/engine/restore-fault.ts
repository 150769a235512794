import { asError } from '../core/as-error.ts';
import { unknown } from '../core/known.ts';
import type { ClientId } from '../core/model.ts';
import type { Noted } from './audit.ts';
import type { RunContext } from './context.ts';
import { unseen } from './look.ts';
import { keepNoted, keepUntouched } from './noting.ts';
import { receiptOf } from './receipt-of.ts';

/** A fault of our own ended a restore: its receipt and its lines in the audit log say so. How much is back nobody knows. */
export async function recordRestoreFault(
  context: RunContext,
  { client, began, noted }: { client: ClientId; began: number; noted: Noted | undefined },
  error: unknown,
): Promise<void> {
  const detail = asError(error).message;
  const receipt = await receiptOf(
    context,
    { client, request: 'restore' },
    {
      ...{ began, verdict: 'unknown', outcomes: [], after: unseen(client, detail), more: {} },
      refusals: [{ code: 'failed', subject: client, detail }],
      ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
    },
  );
  await (noted ? keepNoted(context, noted, receipt) : keepUntouched(context, receipt));
}
