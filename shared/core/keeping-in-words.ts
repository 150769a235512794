import { text, type Language } from './explain.ts';
import type { Receipt } from './receipt.ts';

/** What could not be kept in the state folder: the receipt, the lock. Nothing where all was. */
export function keepingInWords(
  { notKept, keptIn, lockedIn }: Pick<Receipt, 'notKept' | 'keptIn' | 'lockedIn'>,
  lang: Language,
): readonly string[] {
  const receipt = notKept !== undefined ? [text(lang, 'notKept', notKept)] : [];
  const elsewhere = keptIn ? [text(lang, 'keptIn', keptIn.folder ?? '', keptIn.why)] : [];
  if (!lockedIn) return [...receipt, ...elsewhere];
  const lock =
    lockedIn.folder === null
      ? text(lang, 'lockedInMemory', lockedIn.why)
      : text(lang, 'lockedIn', lockedIn.folder, lockedIn.why);
  return [...receipt, ...elsewhere, lock];
}
