import type { Places } from '../core/paths.ts';
import type { StateFaultLine } from '../core/receipt.ts';
import { readReceipts, type ReadReceipts } from './read-receipts.ts';
import { faultIn, messageOf } from './record.ts';
import { stateFolders } from '../machine/files/state-folders.ts';

export interface AllReceipts extends ReadReceipts {
  /** Folders that could not be read, in words. */
  readonly faults: readonly string[];
  /** The same as data, where it is a fault of our state. */
  readonly faultLines: readonly (StateFaultLine | undefined)[];
}

/** All receipts that are kept, wherever, oldest first. Throws where no folder at all can be read. */
export function allReceipts(places: Places): AllReceipts {
  const kept: ReadReceipts[] = [];
  const faults: unknown[] = [];
  for (const folder of stateFolders(places)) {
    try {
      kept.push(readReceipts(folder));
    } catch (error) {
      faults.push(error);
    }
  }
  const receipts = kept.flatMap((one) => one.receipts);
  if (faults.length > 0 && receipts.length === 0) throw faults[0];
  return {
    receipts: receipts.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    damaged: kept.reduce((sum, one) => sum + one.damaged, 0),
    unread: kept.reduce((sum, one) => sum + one.unread, 0),
    faults: faults.map(messageOf),
    faultLines: faults.map((one) => faultIn(one).fault),
  };
}
