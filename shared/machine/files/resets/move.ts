import { linkSync, mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { RefusalCode } from '../../../core/model.ts';
import { DirHandle, within } from '../dir-handle.ts';
import { codeOf, isDenied } from '../errno.ts';
import { makeFolder } from '../folder.ts';
import { DATED_FOLDERS } from './dated.ts';
import type { RecordedThing } from './records.ts';
import { exactStat, isThere, markOf } from './same.ts';
import type { ResetState } from '../../port/resets.ts';

/**
 * Moves a thing into its dated folder in one step of the file system; why not, where it stays. What took its place in
 * the last moment goes back. `remake`: the folder of this mode that a link leads to is made again, empty.
 */
export function moveOut(
  { from, to, mark }: RecordedThing,
  uid: number,
  remake?: number,
): RefusalCode | undefined {
  try {
    makeDated(path.dirname(to), uid);
    const [name, as] = [path.basename(from), path.basename(to)];
    const went = within(DirHandle.real(path.dirname(from)), (above) =>
      within(DirHandle.real(path.dirname(to)), (into): RefusalCode | 'went' => {
        renameSync(above.place(name), into.place(as));
        if (!isThere(to, mark)) {
          renameSync(into.place(as), above.place(name));
          return 'changed';
        }
        if (remake !== undefined) mkdirSync(above.place(name), { mode: remake });
        return 'went';
      }),
    );
    return went === 'went' ? undefined : (went ?? 'changed');
  } catch (error) {
    if (/^(EXDEV|EBUSY)$/.test(codeOf(error)) && process.getuid) return 'other-file-system';
    if (codeOf(error) === 'ENOENT') return 'changed';
    return isDenied(error) && process.getuid === undefined ? 'open-elsewhere' : 'denied';
  }
}

/** Makes a dated folder (0700) and those of ours above it, never through a link or a folder of another owner. */
function makeDated(folder: string, uid: number): void {
  if (exactStat(folder)) return expectOurs(folder, uid);
  if (path.basename(folder) !== DATED_FOLDERS) makeDated(path.dirname(folder), uid);
  mkdirSync(folder, { mode: 0o700 });
  expectOurs(folder, uid);
}

function expectOurs(folder: string, uid: number): void {
  const own = exactStat(folder);
  if (!own?.isDirectory() || Number(own.uid) !== uid)
    throw Object.assign(new Error(`${folder} is not our own folder`), { code: 'EACCES' });
}

/** Moves a thing back to its place, never over anything. */
export function moveBack({ from, to, mark }: RecordedThing): ResetState {
  try {
    if (isThere(from, mark)) {
      // What was interrupted between the new name and the end of the old one left both.
      if (isThere(to, mark) && !exactStat(to)?.isDirectory()) unlinkSync(to);
      return 'at-home';
    }
    if (!exactStat(to)) return 'missing';
    if (exactStat(from)) return 'occupied';
    makeFolder(path.dirname(from));
    const [name, as] = [path.basename(to), path.basename(from)];
    const went = within(DirHandle.real(path.dirname(to)), (dated) =>
      within(DirHandle.real(path.dirname(from)), (home) => {
        giveName(dated, name, home, as);
        return true;
      }),
    );
    return went ? 'at-home' : 'behind-link';
  } catch (error) {
    return /^(ENOTEMPTY|EEXIST|EISDIR|ENOTDIR)$/.test(codeOf(error)) ? 'occupied' : 'denied';
  }
}

/** A folder by one move; a file by a second name first, so that nothing is ever written over. */
function giveName(from: DirHandle, name: string, to: DirHandle, as: string): void {
  const own = from.stat(name);
  if (own?.isDirectory()) return renameSync(from.place(name), to.place(as));
  try {
    linkSync(from.place(name), to.place(as));
  } catch (error) {
    // A file system that knows no second names; nothing has this name.
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(codeOf(error)) || to.stat(as))
      throw error;
    return renameSync(from.place(name), to.place(as));
  }
  unlinkSync(from.place(name));
}

/** Removes the dated folders of a record that are empty, and ours above them; never a file. */
export function sweepDated(things: readonly RecordedThing[]): void {
  for (const { to } of things)
    for (let at = path.dirname(to); at.includes(`/${DATED_FOLDERS}`); at = path.dirname(at))
      try {
        rmdirSync(at);
      } catch {
        break; // Something is in it.
      }
}

/**
 * Where a thing of a record is now. A dated folder holds nothing else, so what lies there is the thing, also where a
 * home that was copied to another disk gave it another mark.
 */
export function stateOf({ from, to, mark }: RecordedThing): ResetState {
  try {
    if (isThere(from, mark)) return 'at-home';
    return exactStat(to) ? 'set-aside' : 'missing';
  } catch {
    return 'denied';
  }
}

/** The mark of what is at a place. */
export const markAt = (file: string): string | undefined => {
  const own = exactStat(file);
  return own && markOf(own);
};
