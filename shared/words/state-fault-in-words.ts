import { explainWhy } from './explain-why.ts';
import type { SurfaceWords as Words } from './surface-en.ts';
import type { StateFaultLine } from '../core/state-fault.ts';

/** What is the matter with a file or folder of ours, in words; a code of the system is in the table of reasons. */
export function stateFaultInWords(fault: StateFaultLine, say: Words): string {
  const { code, path, owner, detail } = fault;
  if (path === undefined) return detail ?? code;
  if (code === 'other-owner') return say.state.others(path, owner ?? '');
  if (code === 'others-write') return say.state.othersWrite(path);
  if (code === 'link') return say.state.link(path);
  const words = NAMED.includes(code) ? `${explainWhy({ code }, say)} (${code})` : code;
  return say.state.unusable(path, words);
}

/** What a disk or a folder answers; other codes stand for themselves. */
const NAMED: readonly string[] = [
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM'],
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'not-a-file'],
];
