import type { Verdict } from '../core/model.ts';
import type { AuditLine, Receipt, ReceiptKind } from '../core/receipt.ts';
import type { RunContext } from './context.ts';
import { contextsOf, type EngineOptions } from './engine.ts';

/**
 * Notes in the audit log what a request for all clients came to, beside the lines of each client that was there.
 * Undefined where the policy wants no log. Throws PolicyFault.
 */
export async function summarize(
  options: EngineOptions,
  request: Exclude<ReceiptKind, 'restore'>,
  receipts: readonly Receipt[],
  { batch, looked }: { readonly batch?: string; readonly looked?: readonly string[] } = {},
): Promise<AuditLine | undefined> {
  const context = await contextsOf(options).running({}, request);
  const verdict = worstOf(receipts.map((one) => one.verdict));
  const of = { request, verdict, ...(looked ? { looked } : {}) };
  return summed(context, of, receipts, batch);
}

/** The same in a request that already runs; `looked`: the clients that were looked at, where none was there. */
export const summed = async (
  { audit }: Pick<RunContext, 'audit'>,
  { request, verdict, looked }: Pick<Receipt, 'request' | 'verdict' | 'looked'>,
  receipts: readonly Receipt[],
  batch?: string,
): Promise<AuditLine | undefined> =>
  audit?.summary({
    ...{ request, verdict, ...(looked ? { looked } : {}) },
    ...(batch === undefined ? {} : { batch }),
    results: receipts.map((one) => ({
      ...{ client: one.client, result: one.result, verdict: one.verdict },
    })),
  });

/** What is there of any of them is there. */
const worstOf = (all: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((one) => all.includes(one)) ?? 'gone';

const WORST_FIRST: readonly Verdict[] = ['still-running', 'unknown', 'partly', 'gone'];
