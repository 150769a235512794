import type { Receipt } from '../core/receipt.ts';
import { StateFault } from '../machine/files/state-fault.ts';
import type { RunContext } from './context.ts';

/** Keeps a receipt. A deed whose receipt cannot be written down was done all the same: the receipt says so. */
export function keep(record: RunContext['record'], receipt: Receipt): Receipt {
  try {
    const keptIn = record(receipt);
    return keptIn ? { ...receipt, keptIn } : receipt;
  } catch (error) {
    const notKept = error instanceof Error ? error.message : String(error);
    const fault = error instanceof StateFault ? { notKeptFault: error.fault } : {};
    return { ...receipt, notKept, ...fault };
  }
}
