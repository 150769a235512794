import type { Places } from '../../core/paths.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { allReceipts } from '../all-receipts.ts';

/** A request that a policy wanted in the audit log, and that is not in it. */
export interface Missed extends Pick<Receipt, 'at' | 'client' | 'request'> {
  readonly fault: StateFaultLine;
}

/** The newest request that was meant for the log, where it is not in it; undefined where it is, or no receipt tells. */
export function lastMissed(places: Places): Missed | undefined {
  const last = receiptsIn(places).findLast(({ audit }) => audit !== undefined);
  if (last?.audit?.fault === undefined) return undefined;
  const { at, client, request } = last;
  return { at, client, request, fault: last.audit.fault };
}

function receiptsIn(places: Places): readonly Receipt[] {
  try {
    return allReceipts(places).receipts;
  } catch {
    return []; // `log` and `doctor` say why.
  }
}
