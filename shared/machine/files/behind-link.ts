import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { posix as path } from 'node:path';
import { fromDisk, onDisk, physicalOf } from './names.ts';

/**
 * The real path of the folder that a link of our own leads to, if that folder is our own as well. Undefined
 * where it is no folder, where it is a link again, and where anybody else could turn it elsewhere.
 */
export function behindLink(link: string, own: Stats, uid: number): string | undefined {
  if (uid < 0 || own.uid !== uid) return undefined;
  const target = path.resolve(path.dirname(link), fromDisk(readlinkSync(onDisk(link), 'buffer')));
  const folder = lstatSync(onDisk(target), { throwIfNoEntry: false });
  if (!folder?.isDirectory() || folder.uid !== uid || !isOurWay(target, uid)) return undefined;
  return physicalOf(target);
}

/** Every link on the way is ours or the administrator's. */
function isOurWay(target: string, uid: number): boolean {
  for (let at = path.dirname(target); at !== path.dirname(at); at = path.dirname(at)) {
    const own = lstatSync(onDisk(at));
    if (own.isSymbolicLink() && own.uid !== uid && own.uid !== 0) return false;
  }
  return true;
}
