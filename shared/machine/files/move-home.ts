import { linkSync, rmdirSync, unlinkSync } from 'node:fs';
import { posix as path } from 'node:path';
import { DirHandle, within } from './dir-handle.ts';
import { isQuarantine } from './quarantine.ts';
import type { Thing } from './disk.ts';
import { makeIn } from './folder.ts';
import { entriesOf } from './names.ts';
import { holderOf, isOneFile, ownOf } from './unit.ts';

/**
 * What an interrupted run had set aside and no rule frees goes back to where its client looks for it.
 * Answers what could not: something else stands there, or it is no plain file.
 */
export function giveBack({ file, identity }: Thing): readonly string[] {
  try {
    const left = within(DirHandle.at(path.dirname(file), holderOf(identity)), (above) =>
      within(above.child(path.basename(file), ownOf(identity)), (ours) => moveAll(ours, above)),
    );
    return (left ?? ['']).map((one) => path.join(file, one));
  } catch {
    return [file];
  }
}

/** Moves all files of a folder to the same names in another; answers those that stay, relative to it. */
export function moveAll(from: DirHandle, to: DirHandle): readonly string[] {
  return entriesOf(from.inside).flatMap(({ name, isFolder }) => {
    if (!isFolder) return moveFile(from, to, name) ? [] : [name];
    return moveFolder(from, to, name).map((one) => (one === '' ? name : `${name}/${one}`));
  });
}

/** Only through folders, never through a link; those that are missing are made. */
function moveFolder(from: DirHandle, to: DirHandle, name: string): readonly string[] {
  try {
    const left = within(from.child(name), (inner) => {
      if (entriesOf(inner.inside).length === 0) return [];
      // Of what one run set aside, another may have set aside a part.
      if (isQuarantine(name)) return moveAll(inner, to);
      if (!to.stat(name)) makeIn(to, name, inner.mode);
      return within(to.child(name), (home) => moveAll(inner, home));
    });
    return left ?? [''];
  } catch {
    return [''];
  }
}

/** A link first and then the end of the old name, so that nothing is ever written over. */
function moveFile(from: DirHandle, to: DirHandle, name: string): boolean {
  try {
    if (!from.stat(name)) return true;
    const isBoth = (): boolean => isOneFile(from.place(name), to.place(name));
    // Whoever was interrupted between the link and the end of the old name left both.
    if (!isBoth()) linkSync(from.place(name), to.place(name));
    if (!isBoth()) return false;
    unlinkSync(from.place(name));
    return true;
  } catch {
    return false;
  }
}

/** Removes folders in which nothing is left, of ours and in ours; never a file. */
export function sweep({ file, identity }: Thing): void {
  try {
    within(DirHandle.at(path.dirname(file), holderOf(identity)), (above) =>
      sweepOne(above, path.basename(file), ownOf(identity)),
    );
  } catch {
    return; // It cannot be reached: it stays, and is found again.
  }
}

/** Something left in it, or a folder that cannot be read, stays, and is found again. */
function sweepOne(above: DirHandle, name: string, identity?: string): void {
  try {
    within(above.child(name, identity), (folder) => {
      for (const inner of entriesOf(folder.inside))
        if (inner.isFolder) sweepOne(folder, inner.name);
    });
    rmdirSync(above.place(name));
  } catch {
    return;
  }
}
