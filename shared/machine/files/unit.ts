import { lstatSync, type Stats } from 'node:fs';
import { posix as path } from 'node:path';
import { isGone } from './errno.ts';
import { onDisk } from './names.ts';
import type { Linked } from './byte-count.ts';

/** One folder as it was listed: which of its files go, told by their fingerprint and not by name. */
export interface FolderSnapshot {
  readonly path: string;
  /** Device and inode of the folder. */
  readonly identity: string;
  /** When a name in it last changed (ctime), in ms since 1970. */
  readonly changed: number;
  readonly print: string;
  /** The fingerprint of each file that goes, in the order of the folder. */
  readonly marks: Uint32Array;
  /** They are all plain files. */
  readonly isPlain: boolean;
  readonly files: number;
  /** Of the files with one name. */
  readonly bytes: number;
  readonly linked: readonly Linked[];
  /** How many folders it holds. */
  readonly folders: number;
}

/** Something that goes as one piece: a folder with all below it, or the files of one folder. */
export interface RemovalUnit {
  readonly path: string;
  /** Nothing in it has to stay. */
  readonly whole: boolean;
  /** A folder that the client expects to find: it is made again, empty. */
  readonly keepFolder: boolean;
  /** Device and inode of it and of the folder that holds it. */
  readonly identity: string;
  readonly files: number;
  /** Outermost folder first. */
  readonly slices: readonly FolderSnapshot[];
}

export const identityIn = (own: Stats, above: Stats): string => `${inode(own)} in ${inode(above)}`;

export const inode = (own: Stats): string => `${own.dev}:${own.ino}`;

/**
 * Whether two places are two names of one file. Exact: Node's plain numbers round those of NTFS, where neighbours then
 * look the same (nodejs/node issue 12115), and who takes them for one removes the only copy.
 */
export function isOneFile(one: string | Buffer, other: string | Buffer): boolean {
  const [a, b] = [one, other].map((at) => lstatSync(at, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** What changes as soon as a file is written to. */
export const stampOf = (own: Stats): string => `${own.size} ${own.mtimeMs}`;

/** The identity of a path right now; undefined once it is gone or has become a link. */
export function identityOf(file: string): string | undefined {
  try {
    const [own, above] = [lstatSync(onDisk(file)), lstatSync(onDisk(path.dirname(file)))];
    return own.isSymbolicLink() ? undefined : identityIn(own, above);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Whether a unit is where it was, and nothing was mounted in it since. */
export const isWhere = (unit: RemovalUnit, mounts: ReadonlySet<string>): boolean =>
  identityOf(unit.path) === unit.identity &&
  ![...mounts].some((one) => one === unit.path || one.startsWith(`${unit.path}/`));

/** Device and inode of what has this identity, and of the folder that holds it. */
export const ownOf = (identity: string): string => identity.slice(0, identity.indexOf(' in '));
export const holderOf = (identity: string): string => identity.slice(identity.indexOf(' in ') + 4);

/** Whether this is what had that identity, wherever it was moved since. */
export const isInode = (own: Stats | undefined, identity: string): boolean =>
  own !== undefined && inode(own) === ownOf(identity);

export const isStill = (file: string, before: string): boolean =>
  isInode(lstatSync(onDisk(file)), before);
