import { text, type Language } from './explain.ts';
import type { Receipt } from './receipt.ts';
import { stateFaultInWords } from './state-fault-in-words.ts';

/** What could not be kept in the state folder: the record of a purge, the receipt, the lock. Nothing where all was. */
export function bookkeepingInWords(
  receipt: Pick<Receipt, 'notKept' | 'keptIn' | 'lockedIn' | 'removed'>,
  lang: Language,
): readonly string[] {
  const { notKept, keptIn, lockedIn, removed } = receipt;
  const lines: string[] = [];
  const unrecorded = removed?.recordNotKept;
  if (unrecorded) lines.push(text(lang, 'recordNotKept', stateFaultInWords(unrecorded, lang)));
  if (notKept) lines.push(text(lang, 'notKept', stateFaultInWords(notKept, lang)));
  if (keptIn) {
    const why = stateFaultInWords(keptIn.fault, lang);
    lines.push(text(lang, 'keptIn', keptIn.folder ?? '', why));
  }
  if (!lockedIn) return lines;
  const why = stateFaultInWords(lockedIn.fault, lang);
  const { folder } = lockedIn;
  return [
    ...lines,
    folder === null ? text(lang, 'lockedInMemory', why) : text(lang, 'lockedIn', folder, why),
  ];
}
