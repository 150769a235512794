import type { Places } from '../core/paths.ts';
import type { StateFaultLine } from '../core/state-fault.ts';
import { readReceipts, type ReadReceipts } from './read-receipts.ts';
import { faultLineOf } from '../machine/files/state-fault.ts';
import { stateFolders } from '../machine/files/state-folders.ts';

export interface AllReceipts extends Omit<ReadReceipts, 'faults'> {
  /** Why files could not be read. */
  readonly faults: readonly StateFaultLine[];
}

/** All receipts that are kept, wherever, oldest first. Throws where there is none and a file cannot be read. */
export function allReceipts(places: Places): AllReceipts {
  const kept = stateFolders(places).map((folder) => readReceipts(folder));
  const faults = kept.flatMap((one) => one.faults);
  const receipts = kept.flatMap((one) => one.receipts);
  if (faults.length > 0 && receipts.length === 0) throw faults[0];
  return {
    receipts: receipts.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    damaged: kept.reduce((sum, one) => sum + one.damaged, 0),
    newer: kept.reduce((sum, one) => sum + one.newer, 0),
    unread: kept.reduce((sum, one) => sum + one.unread, 0),
    faults: faults.map(faultLineOf),
  };
}
