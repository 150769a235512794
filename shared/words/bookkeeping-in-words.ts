import type { Receipt } from '../core/receipt.ts';
import type { Words } from './en.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';

/** What could not be kept in the state folder: the record of a purge, the receipt, the lock. Nothing where all was. */
export function bookkeepingInWords(
  receipt: Pick<Receipt, 'notKept' | 'keptIn' | 'lockedIn' | 'removed'>,
  say: Words,
): readonly string[] {
  const { notKept, keptIn, lockedIn, removed } = receipt;
  const lines: string[] = [];
  const unrecorded = removed?.recordNotKept;
  if (unrecorded) lines.push(say.state.recordNotKept(stateFaultInWords(unrecorded, say)));
  if (notKept) lines.push(say.state.notKept(stateFaultInWords(notKept, say)));
  if (keptIn)
    lines.push(say.state.keptIn(keptIn.folder ?? '', stateFaultInWords(keptIn.fault, say)));
  if (!lockedIn) return lines;
  const why = stateFaultInWords(lockedIn.fault, say);
  const { folder } = lockedIn;
  return [
    ...lines,
    folder === null ? say.state.lockedInMemory(why) : say.state.lockedIn(folder, why),
  ];
}
