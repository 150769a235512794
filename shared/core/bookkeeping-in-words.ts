import { text, type Language } from './explain.ts';
import type { Receipt, StateFaultLine } from './receipt.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';

/** What could not be kept in the state folder: the record of a purge, the receipt, the lock. Nothing where all was. */
export function bookkeepingInWords(
  receipt: Pick<Receipt, 'notKept' | 'notKeptFault' | 'keptIn' | 'lockedIn' | 'removed'>,
  lang: Language,
): readonly string[] {
  const { notKept, notKeptFault, keptIn, lockedIn } = receipt;
  const said = (why: string, fault: StateFaultLine | undefined): string =>
    // The sentence that is kept is English.
    fault && lang !== 'en' ? stateFaultInWords(fault, lang) : why;
  const unrecorded = receipt.removed?.recordNotKept;
  const lost = [
    ...(unrecorded !== undefined ? [text(lang, 'recordNotKept', unrecorded)] : []),
    ...(notKept !== undefined ? [text(lang, 'notKept', said(notKept, notKeptFault))] : []),
  ];
  const elsewhere = keptIn
    ? [text(lang, 'keptIn', keptIn.folder ?? '', said(keptIn.why, keptIn.fault))]
    : [];
  if (!lockedIn) return [...lost, ...elsewhere];
  const why = said(lockedIn.why, lockedIn.fault);
  const lock =
    lockedIn.folder === null
      ? text(lang, 'lockedInMemory', why)
      : text(lang, 'lockedIn', lockedIn.folder, why);
  return [...lost, ...elsewhere, lock];
}
