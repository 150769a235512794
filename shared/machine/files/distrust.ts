import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Distrust } from '../../core/distrust.ts';
import { codeOf } from './errno.ts';
import { onDisk } from './names.ts';

const ROOT = 0;
/** As many links as Linux follows (path_resolution(7)). */
const LINKS = 40;
/** Only its owner may rename what is in such a folder. */
const STICKY = 0o1000;

/**
 * Whether root alone could have written this file: it, and each folder and link on the way to it, belongs to root, and
 * nobody else may write them. An access list of POSIX shows as the bits of the group (acl(5)), so it is seen here too.
 * `groups` are those whose members are administrators. Undefined where the file can be trusted. Never throws.
 */
export function distrustOf(
  file: string,
  groups: ReadonlySet<number> = new Set(),
): Distrust | undefined {
  if (process.geteuid === undefined) return { code: 'not-known', path: file };
  try {
    return alongTheWay(file, groups, LINKS);
  } catch (error) {
    return { code: 'not-known', path: `${file} (${codeOf(error)})` };
  }
}

function alongTheWay(
  file: string,
  groups: ReadonlySet<number>,
  links: number,
): Distrust | undefined {
  if (links === 0) return { code: 'not-known', path: file };
  const { root } = path.parse(file);
  const names = file.slice(root.length).split('/').filter(Boolean);
  let at = root;
  for (const [index, name] of ['', ...names].entries()) {
    at = path.join(at, name);
    const stats = lstatSync(onDisk(at));
    if (stats.uid !== ROOT) return { code: 'other-owner', path: at, owner: String(stats.uid) };
    if (stats.isSymbolicLink()) {
      const target = path.resolve(path.dirname(at), readlinkSync(onDisk(at)));
      return alongTheWay(path.join(target, ...names.slice(index)), groups, links - 1);
    }
    if (othersWrite(stats, groups)) return { code: 'others-write', path: at };
  }
  return undefined;
}

function othersWrite(stats: Stats, groups: ReadonlySet<number>): boolean {
  if (stats.isDirectory() && (stats.mode & STICKY) !== 0) return false;
  const byGroup = (stats.mode & 0o020) !== 0 && !groups.has(stats.gid);
  return byGroup || (stats.mode & 0o002) !== 0;
}
