import { rmdirSync } from 'node:fs';
import { posix as path } from 'node:path';
import { DirHandle } from './dir-handle.ts';
import type { EraseTask } from './eraser.ts';
import { codeOf } from './errno.ts';
import { inode } from './unit.ts';

/**
 * Removes the folders of shares that are empty, innermost first, each in the folder that held it when it was
 * listed. `holder`: device and inode of what holds the outermost. Answers the first fault.
 */
export function removeEmptied(shares: readonly EraseTask[], holder: string): string | undefined {
  const identities = new Map(shares.map(({ at, slice }) => [at, slice.identity]));
  let denied: string | undefined;
  let above: { readonly folder: string; readonly anchor: DirHandle | undefined } | undefined;
  for (const { at, slice } of [...shares].reverse()) {
    const folder = path.dirname(at);
    try {
      // Neighbours lie in one folder.
      if (above?.folder !== folder) {
        above?.anchor?.close();
        above = undefined;
        above = { folder, anchor: DirHandle.at(folder, identities.get(folder) ?? holder) };
      }
      const own = above.anchor?.stat(path.basename(at));
      if (above.anchor && own && inode(own) === slice.identity)
        rmdirSync(above.anchor.place(path.basename(at)));
    } catch (error) {
      // Mostly something is left in it.
      if (!/^(ENOTEMPTY|EEXIST|ENOENT)$/.test(codeOf(error))) denied ??= codeOf(error);
    }
  }
  above?.anchor?.close();
  return denied;
}
