import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { entriesOf, onDisk } from '../../../shared/machine/files/names.ts';

/** What stands at a path, as the test itself sees it. */
export interface Thing {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Of a file its hash, of a link its text. */
  readonly holds: string;
  readonly inode: string;
  /** On disk. */
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly mode: number;
}

export type Census = ReadonlyMap<string, Thing>;

export const hashOf = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(onDisk(file)))
    .digest('hex');

function thingAt(file: string): Thing {
  const own = lstatSync(onDisk(file));
  const kind = own.isDirectory()
    ? 'folder'
    : own.isSymbolicLink()
      ? 'link'
      : own.isFile()
        ? 'file'
        : 'other';
  const holds =
    kind === 'file'
      ? hashOf(file)
      : kind === 'link'
        ? readlinkSync(onDisk(file), 'buffer').toString('hex')
        : '';
  const { mtimeMs, mode } = own;
  return {
    kind,
    holds,
    inode: `${own.dev}:${own.ino}`,
    bytes: own.blocks * 512,
    mtimeMs,
    mode,
  };
}

/** A plain user looks into a closed folder of their own only by opening it; afterwards it is as it was. */
function readable(folder: string, mode: number, look: () => void): void {
  const isOpen = (mode & 0o500) === 0o500;
  if (!isOpen) chmodSync(onDisk(folder), 0o700);
  try {
    look();
  } finally {
    if (!isOpen) chmodSync(onDisk(folder), mode & 0o7777);
  }
}

/** All that is below a folder, by absolute path; `except` is left out. */
export function census(top: string, except?: string): Census {
  const all = new Map<string, Thing>();
  const enter = (folder: string): void => {
    for (const { name } of entriesOf(folder)) {
      const file = path.join(folder, name);
      if (file === except) continue;
      const thing = thingAt(file);
      all.set(file, thing);
      if (thing.kind === 'folder') readable(file, thing.mode, () => enter(file));
    }
  };
  enter(top);
  return all;
}

/** Only the things that are no folders. */
export const leavesIn = (all: Census): readonly (readonly [string, Thing])[] =>
  [...all].filter(([, { kind }]) => kind !== 'folder');

/** Bytes on disk that had a name before and have none now. */
export function freed(before: Census, after: Census): number {
  const still = new Set(leavesIn(after).map(([, { inode }]) => inode));
  const gone = new Map(
    leavesIn(before)
      .filter(([, { inode }]) => !still.has(inode))
      .map(([, { inode, bytes }]) => [inode, bytes]),
  );
  return [...gone.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** How many names of files are gone, neither there nor given back to `placeOf` them. */
export const vanished = (
  before: Census,
  after: Census,
  placeOf: (file: string) => string = (file) => file,
): number =>
  leavesIn(before).filter(([file, { inode, kind }]) =>
    [file, placeOf(file)].every((at) => {
      const now = after.get(at);
      // A file system gives the inode of what went to the next thing that is made.
      return now?.inode !== inode || now.kind !== kind;
    }),
  ).length;

/** Whether what was there before is still just that. */
export const isSame = (before: Thing | undefined, after: Thing | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.kind === after.kind &&
  before.holds === after.holds;

/** Folders of an interrupted run. */
export const asidesIn = (all: Census): readonly string[] =>
  [...all.keys()].filter((file) => /\/\.clean-exit-[0-9a-f]{32}$/.test(file));
