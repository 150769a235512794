import type { Words } from './en.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';
import type { Receipt, StateFaultLine } from '../core/receipt.ts';

/** What could not be kept in the state folder: the record of a purge, the receipt, the lock. Nothing where all was. */
export function bookkeepingInWords(
  receipt: Pick<Receipt, 'notKept' | 'notKeptFault' | 'keptIn' | 'lockedIn' | 'removed'>,
  say: Words,
): readonly string[] {
  const { notKept, notKeptFault, keptIn, lockedIn } = receipt;
  const said = (why: string, fault: StateFaultLine | undefined): string =>
    // The sentence that is kept is English.
    fault && say.lang !== 'en' ? stateFaultInWords(fault, say) : why;
  const unrecorded = receipt.removed?.recordNotKept;
  const lost = [
    ...(unrecorded !== undefined ? [say.state.recordNotKept(unrecorded)] : []),
    ...(notKept !== undefined ? [say.state.notKept(said(notKept, notKeptFault))] : []),
  ];
  const elsewhere = keptIn
    ? [say.state.keptIn(keptIn.folder ?? '', said(keptIn.why, keptIn.fault))]
    : [];
  if (!lockedIn) return [...lost, ...elsewhere];
  const why = said(lockedIn.why, lockedIn.fault);
  const lock =
    lockedIn.folder === null
      ? say.state.lockedInMemory(why)
      : say.state.lockedIn(lockedIn.folder, why);
  return [...lost, ...elsewhere, lock];
}
