import { realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './folder.ts';
import { onDisk } from './names.ts';
import { statOf } from './stat-of.ts';

/** A folder into which somebody else could put a link, or that belongs to somebody else. */
export class ForeignFolder extends Error {
  readonly code: 'other-owner' | 'others-write' | 'link';
  readonly path: string;
  readonly owner: number;
  constructor(code: ForeignFolder['code'], folder: string, owner: number) {
    super(
      {
        'other-owner': `${folder} belongs to another user (uid ${owner})`,
        'others-write': `others may write into ${folder}: run chmod go-w on it`,
        link: `${folder} is a link`,
      }[code],
    );
    this.name = 'ForeignFolder';
    this.code = code;
    this.path = folder;
    this.owner = owner;
  }
}

/** The user that the kernel uses for an owner who is unknown in this namespace (user_namespaces(7)). */
const NOBODY = 65_534;
/** Only its owner may rename what is in such a folder. */
const STICKY = 0o1000;

/**
 * Makes a folder of ours (0700), only where nobody but us and the system could have put a link on the way: each
 * folder from the home on, or from the last one that is not ours, is ours and nobody else's to write. Our own
 * folder is never a link, unless `mayBeLink`. Throws ForeignFolder, or the system's error.
 */
export function makeOwnFolder(folder: string, mayBeLink = false): void {
  expectOwn(folder, mayBeLink);
  makeFolder(folder);
  expectOwn(folder, mayBeLink);
}

/** The check alone: nothing is made. What is not there yet is nobody's. */
export function expectOwn(folder: string, mayBeLink = false): void {
  const me = process.geteuid?.();
  if (me === undefined) return;
  const own = statOf(folder);
  if (own?.isSymbolicLink() && !mayBeLink) throw new ForeignFolder('link', folder, own.uid);
  expectOwnWay(folder, me);
  const there = nearest(folder);
  const real = realpathSync(onDisk(there));
  if (real !== there) expectOwnWay(real, me);
}

function expectOwnWay(folder: string, me: number): void {
  for (let at = folder; ; at = path.dirname(at)) {
    const stats = statOf(at);
    if (stats) {
      const isOurs = stats.uid === me;
      if (!isOurs && stats.uid !== 0 && stats.uid !== NOBODY)
        throw new ForeignFolder('other-owner', at, stats.uid);
      if (stats.isDirectory() && othersWrite(stats, me) && !(at !== folder && isSticky(stats)))
        throw new ForeignFolder('others-write', at, stats.uid);
      // Above it nobody could act but the system, and root looks at all of the way.
      if (!isOurs && stats.isDirectory()) return;
    }
    if (at === path.dirname(at)) return;
  }
}

/** Others may add to it, but what is there they can neither move nor replace. */
const isSticky = ({ mode }: Stats): boolean => (mode & STICKY) !== 0;

/** A group of one's own (as many systems make for each user) is nobody else. */
function othersWrite({ mode, gid }: Stats, me: number): boolean {
  const isOwnGroup = gid === 0 || (gid === me && gid === process.getegid?.());
  return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && !isOwnGroup);
}

/** Itself, or the nearest folder above it that is there. */
function nearest(folder: string): string {
  let at = folder;
  while (!statOf(at) && at !== path.dirname(at)) at = path.dirname(at);
  return at;
}
