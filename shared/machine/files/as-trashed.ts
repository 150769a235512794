import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { InTrash, Part } from './disk.ts';
import { isGone } from './errno.ts';
import { namesOf, onDisk } from './names.ts';
import { Fingerprint } from './fingerprint.ts';
import { stampOf, type RemovalUnit } from './unit.ts';

/** What a folder held when it went. */
export const partsOf = ({ path: top, slices }: RemovalUnit): readonly Part[] =>
  slices.map(({ path: folder, identity, print, folders }) => ({
    path: folder.slice(top.length + 1),
    inode: Number(identity.slice(identity.indexOf(':') + 1)),
    print,
    folders,
  }));

/**
 * What of a thing in the trash is not as it went: the thing itself, or folders in it, as the paths they had. What a
 * record does not describe is in doubt.
 */
export function altered({ from, to, stamp, parts }: InTrash): readonly string[] {
  if (parts)
    return parts.filter((part) => !isAsItWent(to, part)).map((one) => path.join(from, one.path));
  return stamp !== undefined && stampOf(lstatSync(onDisk(to))) === stamp ? [] : [from];
}

function isAsItWent(top: string, part: Part): boolean {
  const folder = path.join(top, part.path);
  try {
    const own = lstatSync(onDisk(folder));
    if (!own.isDirectory() || own.ino !== part.inode) return false;
    const print = new Fingerprint();
    let folders = 0;
    for (const name of namesOf(folder).names) {
      const stats = lstatSync(onDisk(`${folder}/${name}`));
      if (stats.isDirectory()) folders++;
      else print.add(name, stats);
    }
    return print.text === part.print && folders === part.folders;
  } catch (error) {
    // Of a folder that is gone the one above has already told.
    return isGone(error);
  }
}
