import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { DirHandle, within } from './dir-handle.ts';
import { quarantineName, makeOurs, removeEmpty } from './quarantine.ts';
import { codeOf } from './errno.ts';
import { holderOf, type RemovalUnit } from './unit.ts';

/**
 * Makes a folder of ours (0700) and those above it. Node's own `recursive` never ends where the system
 * says ENOENT although the folder above is there (procfs, dead mounts), so it is not used.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const above = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || existsSync(above)) throw error;
    makeFolder(above);
    mkdirSync(folder, { mode: 0o700 });
  }
}

/**
 * A folder that its client expects, made again in the folder that held it, where that one still is. One that
 * cannot be made (a full disk) the client makes itself.
 */
export function remake({ path: folder, identity }: RemovalUnit, mode: number): void {
  try {
    within(DirHandle.at(path.dirname(folder), holderOf(identity)), (above) =>
      makeIn(above, path.basename(folder), mode),
    );
  } catch {
    return;
  }
}

/**
 * Makes a folder that has its mode from the first moment: never a wider one, and where the umask takes some of
 * it away, by a folder of ours that others cannot enter.
 */
export function makeIn(above: DirHandle, name: string, mode: number): void {
  const wanted = mode & 0o7777;
  mkdirSync(above.place(name), { mode: wanted });
  const made = above.stat(name);
  // A folder that its owner may not write to cannot be moved.
  if (!made || (made.mode & 0o7777) === wanted || (wanted & 0o200) === 0) return;
  rmdirSync(above.place(name));
  const passing = quarantineName();
  const ours = makeOurs(above, passing);
  if (ours === 'full') return;
  try {
    within(ours, (folder) => {
      mkdirSync(folder.place(name), { mode: 0o700 });
      within(folder.child(name), (inner) => inner.chmod(wanted));
      renameSync(folder.place(name), above.place(name));
    });
  } finally {
    removeEmpty(above, passing);
  }
}
