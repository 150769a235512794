import path from 'node:path';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf, isDenied, isGone } from '../files/errno.ts';
import { fromDisk, shown } from '../files/names.ts';
import { readBytes, UnfitFile } from '../files/read-regular.ts';

/** `XDG_DOCUMENTS_DIR="$HOME/Documents"`, one a line (user-dirs.dirs(5)). */
const LINE = /^[ \t]*XDG_DOCUMENTS_DIR="(.*)"[ \t]*$/;

/**
 * The documents folder that user-dirs.dirs names, where desktops keep it; `~/Documents` where there is no
 * such file, or where it names none. A file that cannot be read makes it unknown: they may be anywhere.
 */
export function documentsIn(config: string, home: string): Known<string> {
  const usual = path.posix.join(home, 'Documents');
  const file = path.posix.join(config, 'user-dirs.dirs');
  try {
    // The last one counts, as in the shell that reads this file.
    const lines = fromDisk(readBytes(file, 'follow')).split('\n');
    const value = lines.flatMap((line) => LINE.exec(line)?.[1] ?? []).at(-1);
    const named = value?.replace(/^\$HOME(?=\/|$)/, () => home).replace(/\\(.)/g, '$1');
    // A relative path is to be ignored.
    return known(
      named?.startsWith('/') ? path.posix.normalize(named).replace(/(.)\/$/, '$1') : usual,
    );
  } catch (error) {
    if (isGone(error)) return known(usual);
    const why = error instanceof UnfitFile ? ` has to be ${error.message}` : `: ${codeOf(error)}`;
    return unknown(isDenied(error) ? 'denied' : 'failed', `${shown(file)}${why}`);
  }
}
