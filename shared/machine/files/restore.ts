import { lstatSync, readFileSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Restored } from '../machine.ts';
import { altered } from './as-trashed.ts';
import { back, type Back } from './bring-back.ts';
import type { InTrash } from './disk.ts';
import { codeOf } from './fault.ts';
import { fromDisk, onDisk, shown } from './names.ts';
import { noteOf } from './trash.ts';
import { inode } from './unit.ts';

/**
 * Moves things from the trash back to their places, never over anything; `dry` takes the same decisions and says
 * what would go back.
 */
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

type What = Pick<Restored, 'state' | 'left' | 'altered'>;

function restoreOne(thing: InTrash, uid: number, dry: boolean): What {
  const { from, to, identity } = thing;
  if (isLink(path.dirname(to))) return { state: 'behind-link' };
  const own = lstatSync(onDisk(to), { throwIfNoEntry: false });
  if (!own) return { state: 'not-in-trash' };
  // The number of a disk may change when the computer starts; that of a file does not.
  const isIt = identity.split(' in ')[0]?.split(':')[1] === String(own.ino);
  if (!isIt || own.uid !== uid || notedIn(to) !== from) return { state: 'changed' };
  if (!lstatSync(onDisk(path.dirname(from)), { throwIfNoEntry: false }))
    return { state: 'no-folder' };
  const others = altered(thing).map(shown);
  const went = back({ file: from, identity: `${inode(own)} in ` }, to, dry);
  return went ? asSeen(went, others, dry) : { state: 'behind-link' };
}

/** Only what is there as it went is called put back. */
function asSeen({ went, stays }: Back, others: readonly string[], dry: boolean): What {
  const left = stays.map((one) => shown(one.path));
  const more = others.length > 0 ? { altered: others } : {};
  if (stays.length > 0 && went === 0)
    return { state: stays.every(({ why }) => why === 'occupied') ? 'occupied' : 'denied', left };
  if (stays.length > 0) return { state: dry ? 'restorable-partly' : 'partly', left, ...more };
  if (others.length > 0) return { state: dry ? 'restorable-altered' : 'altered', ...more };
  return { state: dry ? 'restorable' : 'restored' };
}

const isLink = (file: string): boolean =>
  lstatSync(onDisk(file), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

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
