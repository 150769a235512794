import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf, isGone } from './files/errno.ts';
import { onDisk, slashed } from './files/names.ts';
import type { Trashed } from './files/disk.ts';
import { inode } from './files/unit.ts';

/** A launcher's trash that was tried and in which nothing was seen: nothing of a person goes there. */
export class NotSeenInTrash extends Error {}

/**
 * Answers of any identity what became of a thing that left its place: it lies right below one of these folders of
 * a trash, under whatever name, or it was not seen there. They are looked into once, when first asked. A trash
 * that may not be read has shown nothing.
 */
export function inTrash(folders: readonly string[]): (identity: string) => Trashed {
  let found: ReturnType<typeof contentsOf> | undefined;
  return (identity) => {
    const { seen, why } = (found ??= contentsOf(folders));
    const to = seen.get(identity.split(' in ', 1)[0] ?? '');
    return to === undefined ? { trashed: false, code: 'not-in-trash', why } : { trashed: true, to };
  };
}

/** All that lies right below these folders, by device and inode. */
function contentsOf(folders: readonly string[]) {
  const seen = new Map<string, string>();
  let why = 'not seen in the trash';
  for (const folder of new Set(folders)) {
    try {
      for (const name of readdirSync(onDisk(folder))) {
        const to = path.posix.join(folder, name);
        const own = lstatSync(onDisk(to), { throwIfNoEntry: false });
        if (own) seen.set(inode(own), to);
      }
    } catch (error) {
      if (!isGone(error)) why = `the trash cannot be read: ${codeOf(error)}`;
    }
  }
  return { seen, why };
}

/** Where a Mac keeps what was thrown away from a place: at home, or at the top of its volume. */
export function macosTrashes(home: string, file: string, uid: number): readonly string[] {
  const [, volume] = /^(\/Volumes\/[^/]+)\//.exec(file) ?? [];
  const there = volume === undefined ? [] : [path.join(volume, '.Trashes', String(uid))];
  return [path.join(home, '.Trash'), ...there];
}

/** The bins of all users on the drive of a file, as far as they may be read; with forward slashes. */
export function windowsBins(file: string): readonly string[] {
  const bin = path.posix.join(slashed(path.parse(file).root), '$Recycle.Bin');
  try {
    return readdirSync(bin).map((name) => path.posix.join(bin, name));
  } catch {
    return [bin]; // Its reading fails again, and is told.
  }
}
