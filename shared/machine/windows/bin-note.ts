import { readFileSync, rmSync } from 'node:fs';
import { posix as path } from 'node:path';
import { isGone } from '../files/errno.ts';
import { slashed } from '../files/names.ts';
import { windowsBins } from '../seen-in-trash.ts';
import type { Disk } from '../files/disk.ts';

/**
 * How things come back from the recycle bin: `$R…` is the thing, and `$I…` beside it is Windows' note of where it was
 * (libyal, "Windows Recycle.Bin file formats"). What has no note is known by the record alone.
 */
export const fromBin = (
  bins: (file: string) => readonly string[] = windowsBins,
): NonNullable<Disk['restoring']> => ({
  cameFrom: (from, to) => {
    if (!bins(from).includes(path.dirname(to))) return false;
    const noted = placeIn(to);
    return noted === undefined || noted.toLowerCase() === from.toLowerCase();
  },
  forget: (to) => {
    const note = noteOf(to);
    if (note !== undefined) rmSync(note, { force: true });
  },
});

function noteOf(to: string): string | undefined {
  const name = path.basename(to);
  return name.startsWith('$R') ? path.join(path.dirname(to), `$I${name.slice(2)}`) : undefined;
}

/** Where the note says that a thing was; undefined where it has none. */
function placeIn(to: string): string | undefined {
  const file = noteOf(to);
  if (file === undefined) return undefined;
  try {
    const note = readFileSync(file);
    // Version 1 has 260 letters, version 2 (Windows 10) their number before them.
    const at = note.readBigInt64LE() === 1n ? 24 : 28;
    return slashed(note.subarray(at).toString('utf16le').split('\0', 1)[0] ?? '');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
