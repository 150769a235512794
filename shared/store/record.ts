import type { Elsewhere, Receipt } from '../core/receipt.ts';
import type { Places } from '../core/paths.ts';
import { appendReceipt } from './append-receipt.ts';
import { faultLineOf } from '../machine/files/state-fault.ts';
import { stateFolders } from '../machine/files/state-folders.ts';

/**
 * Keeps a receipt in the state folder, or else in the session's; answers where, if it is not the state folder.
 * Throws the first fault where it can be kept nowhere.
 */
export function record(places: Places, receipt: Receipt): Elsewhere | undefined {
  const faults: unknown[] = [];
  for (const folder of stateFolders(places)) {
    try {
      appendReceipt(folder, receipt);
      return faults.length === 0 ? undefined : { folder, fault: faultLineOf(faults[0]) };
    } catch (error) {
      faults.push(error);
    }
  }
  throw faults[0];
}
