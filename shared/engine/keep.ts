import type { Receipt } from '../core/receipt.ts';
import { faultLineOf } from '../machine/files/state-fault.ts';
import type { RunContext } from './context.ts';

/** Keeps a receipt. What was done is done also where its receipt cannot be written: the receipt says so. */
export function keep(record: RunContext['record'], receipt: Receipt): Receipt {
  try {
    const keptIn = record(receipt);
    return keptIn ? { ...receipt, keptIn } : receipt;
  } catch (error) {
    return { ...receipt, notKept: faultLineOf(error) };
  }
}
