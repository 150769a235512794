import { explainWhy, text, type Language } from './explain.ts';
import type { StateFaultLine } from './state-fault.ts';

/** What is the matter with a file or folder of ours, in words; a code of the system is in the table of reasons. */
export function stateFaultInWords(fault: StateFaultLine, lang: Language): string {
  const { code, path, owner, detail } = fault;
  if (path === undefined) return detail ?? code;
  if (code === 'other-owner') return text(lang, 'stateOthers', path, owner ?? '');
  if (code === 'others-write') return text(lang, 'stateOthersWrite', path);
  if (code === 'link') return text(lang, 'stateLink', path);
  const words = NAMED.includes(code) ? `${explainWhy({ code }, lang)} (${code})` : code;
  return text(lang, 'stateUnusable', path, words);
}

/** What a disk or a folder answers; other codes stand for themselves. */
const NAMED: readonly string[] = [
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM'],
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'not-a-file'],
];
