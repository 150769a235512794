import { presentVerdict } from '../../core/judge.ts';
import { unknown } from '../../core/known.ts';
import type { Observation } from '../../core/model.ts';
import type { OrderRefusal } from '../../core/order/refusals.ts';
import type { Receipt } from '../../core/receipt.ts';
import { keepUntouched } from '../noting.ts';
import { look, unseen } from '../look.ts';
import { recognizerOf } from '../recognizer-of.ts';
import { askedBy, receiptOf } from '../receipt-of.ts';
import type { Part } from './verify.ts';

/** The receipt of a request of an order of which nothing was done. */
export async function refused(
  { context, request }: Part,
  why: readonly OrderRefusal[],
): Promise<Receipt> {
  const refusals = why.map((one) => ({ ...one, subject: request.client }));
  const began = context.machine.clock.now();
  const after = await present({ context, request });
  const receipt = await receiptOf(context, askedBy(request), {
    ...{ began, after, verdict: presentVerdict(after), outcomes: [], refusals, more: {} },
    ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
  });
  return keepUntouched(context, receipt);
}

async function present({ context, request: { client } }: Part): Promise<Observation> {
  if (!context.clients.some(({ id }) => id === client)) return unseen(client, 'no such client');
  return look(context, recognizerOf(context), client);
}
