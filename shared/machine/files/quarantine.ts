import { linkSync, mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { posix as path } from 'node:path';
import { DirHandle, within } from './dir-handle.ts';
import { codeOf, isGone, isOpenElsewhere } from './errno.ts';
import { holderOf, isInode } from './unit.ts';

/**
 * A folder that is to go for good is first set aside: out of the client's sight in one step, inside a
 * folder of ours beside it, under its own name. Whoever is interrupted then leaves what the next run
 * finds, judges by the place it came from, and finishes.
 */
const QUARANTINE = /^\.clean-exit-[0-9a-f]{32}$/;

export const isQuarantine = (name: string): boolean => QUARANTINE.test(name);

/** Where the client had a file that may have been set aside: its own path otherwise. */
export const originalPath = (file: string): string =>
  file.replace(/\/\.clean-exit-[0-9a-f]{32}(?=\/)/g, '');

/** Where a unit is while it is removed; `ours`: device and inode of the folder of ours around it. */
export interface Quarantine {
  readonly at: string;
  readonly ours?: string;
}

/**
 * Sets a folder aside and answers where it is now: its own place on a disk that is so full that no
 * folder can be made, and where a file in it is open (Windows); undefined if something else stands there now. Throws where it may not be moved.
 */
export function quarantine(file: string, identity: string): Quarantine | undefined {
  const above = path.dirname(file);
  return within(DirHandle.at(above, holderOf(identity)), (anchor) => {
    const name = quarantineName();
    const ours = makeOurs(anchor, name);
    if (ours === 'full') return { at: file };
    try {
      return within(ours, (folder) => {
        const moved = moveIntoQuarantine(anchor, folder, path.basename(file), identity);
        if (moved === 'here') return { at: file };
        const at = path.join(above, name, path.basename(file));
        return moved ? { at, ours: folder.identity } : undefined;
      });
    } finally {
      // It stays where something is in it.
      removeEmpty(anchor, name);
    }
  });
}

export const quarantineName = (): string =>
  `.clean-exit-${crypto.randomUUID().replaceAll('-', '')}`;

/** A folder of ours that nobody else may enter, held open. */
export function makeOurs(above: DirHandle, name: string): DirHandle | 'full' | undefined {
  try {
    mkdirSync(above.place(name), { mode: 0o700 });
  } catch (error) {
    if (/^(ENOSPC|EDQUOT)$/.test(codeOf(error))) return 'full';
    throw error;
  }
  return above.child(name);
}

function moveIntoQuarantine(
  above: DirHandle,
  ours: DirHandle,
  name: string,
  identity: string,
): boolean | 'here' {
  try {
    renameSync(above.place(name), ours.place(name));
    if (isInode(ours.stat(name), identity)) return true;
    comeBack(ours, name, above);
    return false;
  } catch (error) {
    // Windows moves no folder in which somebody has a file open: the other files can go all the same.
    if (isOpenElsewhere(error)) return 'here';
    throw error;
  }
}

/** Back to where it was, and never over a file that stands there now. */
export function comeBack(from: DirHandle, name: string, to: DirHandle, as = name): void {
  if (from.stat(name)?.isDirectory()) return renameSync(from.place(name), to.place(as));
  linkSync(from.place(name), to.place(as));
  unlinkSync(from.place(name));
}

export function removeEmpty(above: DirHandle, name: string): void {
  try {
    rmdirSync(above.place(name));
  } catch {
    return; // What could not come back is found by the next run.
  }
}

/**
 * Puts back what could not go. An empty folder that was made in its place gives way; if it is used
 * already, the rest stays aside until the next run.
 */
export function putBack({ at, ours }: Required<Quarantine>, identity: string): void {
  const [name, folder] = [path.basename(at), path.dirname(at)];
  try {
    within(DirHandle.at(path.dirname(folder), holderOf(identity)), (above) =>
      within(above.child(path.basename(folder), ours), (holding) => {
        if (!isInode(holding.stat(name), identity)) return;
        if (above.stat(name)) rmdirSync(above.place(name));
        renameSync(holding.place(name), above.place(name));
      }),
    );
  } catch (error) {
    if (!isGone(error)) return;
  }
}
