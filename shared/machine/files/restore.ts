import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Restored } from '../machine.ts';
import type { Disk, InTrash } from './disk.ts';
import { codeOf } from './fault.ts';
import { onDisk, shown } from './names.ts';
import { inode } from './unit.ts';

type Restoring = NonNullable<Disk['restoring']>;

/** Moves things from the trash back to their places, never over anything; `dry` says what could go back. */
export const restoreAll = (
  things: readonly InTrash[],
  uid: number,
  dry: boolean,
  restoring: Restoring,
): readonly Restored[] =>
  things.map((thing) => {
    const told = { from: shown(thing.from), to: shown(thing.to) };
    try {
      return { ...told, ...restoreOne(thing, uid, dry, restoring) };
    } catch (error) {
      return { ...told, state: 'failed', left: [codeOf(error)] };
    }
  });

function restoreOne(
  { from, to, identity }: InTrash,
  uid: number,
  dry: boolean,
  { cameFrom, bringBack }: Restoring,
): Pick<Restored, 'state' | 'left'> {
  const own = lstatSync(onDisk(to), { throwIfNoEntry: false });
  if (!own) return { state: 'not-in-trash' };
  // The number of a disk may change when the computer starts; that of a file does not.
  const isIt = identity.split(' in ')[0]?.split(':')[1] === String(own.ino);
  if (!isIt || own.uid !== uid || !cameFrom(from, to)) return { state: 'changed' };
  const there = lstatSync(onDisk(from), { throwIfNoEntry: false });
  if (there && !(there.isDirectory() && own.isDirectory())) return { state: 'occupied' };
  if (!lstatSync(onDisk(path.dirname(from)), { throwIfNoEntry: false }))
    return { state: 'no-folder' };
  if (dry) return { state: 'restorable' };
  const left = bringBack({ file: from, identity: `${inode(own)} in ` }, to);
  return left.length === 0 ? { state: 'restored' } : { state: 'partly', left: left.map(shown) };
}
