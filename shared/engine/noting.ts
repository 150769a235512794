import type { Intended } from '../audit/events/request-event.ts';
import type { GivenProof } from '../core/proof.ts';
import type { Refusal } from '../core/model.ts';
import type { Receipt } from '../core/receipt.ts';
import type { Noted } from './audit.ts';
import type { RunContext } from './context.ts';
import { keep } from './keep.ts';
import { hexDigest } from './meaning.ts';

/** Notes an intent in the audit log; undefined where the policy wants none. */
export async function note(
  context: RunContext,
  intended: Omit<Intended, 'policyDigest' | 'order'>,
): Promise<Noted | undefined> {
  if (!context.audit) return undefined;
  const policyDigest = await context.digestOf(context.policy);
  const order = context.order ? { order: context.order } : {};
  const { batch } = context.ui;
  const asked = { ...intended.asked, ...(batch === undefined ? {} : { batch }) };
  return context.audit.intent({ ...intended, asked, ...order, policyDigest });
}

/** Notes that something is about to be put back, or why it is not. */
export const noteRestore = async (
  context: RunContext,
  { client, record }: { readonly client: string; readonly record: string },
  refusal: Refusal | undefined,
  proofs: readonly GivenProof[] | undefined,
): Promise<Noted | undefined> =>
  context.audit &&
  note(context, {
    asked: { client, request: 'restore' },
    planDigest: await hexDigest(['restore', client, record]),
    refusals: refusal ? [refusal] : [],
    ...(proofs ? { proofs } : {}),
  });

/** Why nothing may be touched: the policy requires a note of it, and there is none. */
export function unwritable({ audit }: RunContext, noted: Noted | undefined): Refusal | undefined {
  const fault = audit?.isRequired ? noted?.line.fault : undefined;
  if (!fault) return undefined;
  return { code: 'audit-unwritable', subject: fault.path ?? '', detail: fault.code };
}

/** Notes the outcome of what was noted before, and keeps the receipt. */
export async function keepNoted(
  context: RunContext,
  noted: Noted | undefined,
  receipt: Receipt,
): Promise<Receipt> {
  const audited = noted && context.audit ? await context.audit.outcome(noted, receipt) : receipt;
  return keep(context.record, audited);
}

/** Keeps the receipt of a request that did nothing, with both of its notes. */
export async function keepUntouched(context: RunContext, receipt: Receipt): Promise<Receipt> {
  const { request, refusals } = receipt;
  const noted = await note(context, { asked: { ...receipt, request }, refusals });
  return keepNoted(context, noted, receipt);
}
