import type { Remaining, Receipt, StatusLine } from '../core/receipt.ts';
import type { Request } from '../core/model.ts';
import { resultOf } from '../core/result.ts';
import { contextsOf, type EngineOptions } from './engine.ts';
import { keep } from './keep.ts';
import { summed } from './summary.ts';
import { askedBy } from './receipt-of.ts';

/** What a request for all clients found, where none of them was there. */
export interface NobodyThere {
  readonly request: Omit<Request, 'client'>;
  /** What was seen of each client. */
  readonly seen: readonly StatusLine[];
  /** Client files that cannot be read: of such a client nobody knows. */
  readonly unread: readonly string[];
  /** When the look began, in ms since 1970. */
  readonly began: number;
}

/**
 * Keeps one receipt for all clients of which none was there, so that also such a request leaves a trace. Throws
 * PolicyFault.
 */
export async function nobodyThere(
  options: EngineOptions,
  { request, seen, unread, began }: NobodyThere,
): Promise<Receipt> {
  const context = await contextsOf(options).running({}, request.kind);
  const { machine, surface, trigger, program } = context;
  const asked = askedBy({ ...request, client: 'all' });
  const verdict = unread.length > 0 ? 'unknown' : 'gone';
  const left = sumOf(seen, unread);
  const parts = { ...asked, verdict, steps: [], refusals: [], left } as const;
  const now = machine.clock.now();
  const receipt: Receipt = {
    schema: 'clean-exit/receipt/2',
    id: context.newId(),
    ...parts,
    looked: seen.map(({ client }) => client),
    result: resultOf(parts),
    elapsedMs: now - began,
    at: new Date(now).toISOString(),
    ...{ surface, trigger, program, policy: await context.digestOf(context.policy) },
  };
  const audit = await summed(context, receipt, []);
  return keep(context.record, { ...receipt, ...(audit ? { audit } : {}) });
}

/** What is left of all together; what is not known of one is not known of all. */
function sumOf(seen: readonly StatusLine[], unread: readonly string[]): Remaining {
  const blind = seen.find(({ bytes }) => bytes === null);
  return {
    processes: seen.flatMap(({ processes }) => processes),
    trayIcons: seen.flatMap(({ trayIcons }) => trayIcons),
    windows: seen.flatMap(({ windows }) => windows),
    bytes: blind ? null : seen.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    ...(blind?.bytesWhy ? { bytesWhy: blind.bytesWhy } : {}),
    ...(blind?.bytesDetail ? { bytesDetail: blind.bytesDetail } : {}),
    unmerged: seen.flatMap(({ unmerged }) => unmerged),
    others: seen.reduce((sum, { others }) => sum + others, 0),
    unseen: [
      ...unread.map((file) => ({ what: 'clients', why: 'not-understood', detail: file }) as const),
      ...seen.flatMap(({ unseen }) => unseen),
    ],
    doubts: seen.flatMap(({ doubts = [] }) => doubts),
  };
}
