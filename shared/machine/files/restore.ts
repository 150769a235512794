import { lstatSync, readFileSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Restored } from '../machine.ts';
import { bringBack } from './bring-back.ts';
import type { InTrash } from './disk.ts';
import { codeOf } from './fault.ts';
import { fromDisk, onDisk, shown } from './names.ts';
import { noteOf } from './trash.ts';
import { inode } from './unit.ts';

/** Moves things from the trash back to their places, never over anything; `dry` says what could go back. */
export const restoreAll = (
  things: readonly InTrash[],
  uid: number,
  dry: boolean,
): readonly Restored[] =>
  things.map((thing) => {
    const told = { from: shown(thing.from), to: shown(thing.to) };
    try {
      return { ...told, ...restoreOne(thing, uid, dry) };
    } catch (error) {
      return { ...told, state: 'failed', left: [codeOf(error)] };
    }
  });

function restoreOne(
  { from, to, identity }: InTrash,
  uid: number,
  dry: boolean,
): Pick<Restored, 'state' | 'left'> {
  const own = lstatSync(onDisk(to), { throwIfNoEntry: false });
  if (!own) return { state: 'not-in-trash' };
  // The number of a disk may change when the computer starts; that of a file does not.
  const isIt = identity.split(' in ')[0]?.split(':')[1] === String(own.ino);
  if (!isIt || own.uid !== uid || notedIn(to) !== from) return { state: 'changed' };
  const there = lstatSync(onDisk(from), { throwIfNoEntry: false });
  if (there && !(there.isDirectory() && own.isDirectory())) return { state: 'occupied' };
  if (!lstatSync(onDisk(path.dirname(from)), { throwIfNoEntry: false }))
    return { state: 'no-folder' };
  if (dry) return { state: 'restorable' };
  const left = bringBack({ file: from, identity: `${inode(own)} in ` }, to);
  return left.length === 0 ? { state: 'restored' } : { state: 'partly', left: left.map(shown) };
}

/** Where a thing in the trash was, as its note says (freedesktop.org trash specification 1.0). */
function notedIn(to: string): string | undefined {
  const trash = path.dirname(path.dirname(to));
  const note = readFileSync(onDisk(noteOf(trash, path.basename(to))), 'latin1');
  const [, text] = /^Path=(.*)$/m.exec(note) ?? [];
  if (text === undefined) return undefined;
  const bytes = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return path.resolve(path.dirname(trash), fromDisk(Buffer.from(bytes, 'latin1')));
}
