import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Restored } from '../port/restored.ts';
import { altered } from './as-trashed.ts';
import { ALWAYS, back, type Back, type Leave } from './bring-back.ts';
import type { Disk, InTrash } from './disk.ts';
import { codeOf } from './errno.ts';
import { onDisk, shown } from './names.ts';
import { inode } from './unit.ts';

type Restoring = NonNullable<Disk['restoring']>;

/**
 * Moves things from the trash back to their places, never over anything, as long as there is leave to go on. `dry`
 * takes the same decisions and says what would go back.
 */
export async function restoreAll(
  things: readonly InTrash[],
  uid: number,
  leave: Leave | 'dry',
  restoring: Restoring,
): Promise<readonly Restored[]> {
  const all: Restored[] = [];
  for (const thing of things) {
    const paths = { from: shown(thing.from), to: shown(thing.to) };
    try {
      all.push({ ...paths, ...(await restoreOne(thing, uid, leave, restoring)) });
    } catch (error) {
      all.push({ ...paths, state: 'failed', left: [codeOf(error)] });
    }
  }
  return all;
}

type What = Pick<Restored, 'state' | 'left' | 'altered'>;

async function restoreOne(
  thing: InTrash,
  uid: number,
  leave: Leave | 'dry',
  { cameFrom, forget }: Restoring,
): Promise<What> {
  const dry = leave === 'dry';
  if (!dry && !leave.isFresh && !(await leave.holds())) return { state: 'stopped' };
  const { from, to, identity } = thing;
  if (isLink(path.dirname(to))) return { state: 'behind-link' };
  const own = lstatSync(onDisk(to), { throwIfNoEntry: false });
  if (!own) return { state: isIt(identity, from) ? 'already-back' : 'not-in-trash' };
  if (!isIt(identity, to) || own.uid !== uid || !cameFrom(from, to)) return { state: 'changed' };
  if (!lstatSync(onDisk(path.dirname(from)), { throwIfNoEntry: false }))
    return { state: 'no-folder' };
  const others = altered(thing).map(shown);
  // Of a large folder that takes its time.
  if (!dry && !leave.isFresh && !(await leave.holds())) return { state: 'stopped' };
  const it = { file: from, identity: `${inode(own)} in ` };
  const went = await back(it, to, dry, dry ? ALWAYS : leave);
  if (!went) return { state: 'behind-link' };
  if (!dry && went.stays.length === 0) forget?.(to);
  return asSeen(went, others, dry);
}

/** Whether it is this thing: the number of a disk may change when the computer starts, that of a file does not. */
const isIt = (identity: string, at: string): boolean => {
  const own = lstatSync(onDisk(at), { throwIfNoEntry: false });
  return own !== undefined && identity.split(' in ')[0]?.split(':')[1] === String(own.ino);
};

/** Only what is there as it went is called put back. */
function asSeen({ went, stays }: Back, others: readonly string[], dry: boolean): What {
  const left = stays.map((one) => shown(one.path));
  const more = others.length > 0 ? { altered: others } : {};
  if (stays.length > 0 && went === 0) return { state: whyOf(stays), left };
  if (stays.length > 0) return { state: dry ? 'restorable-partly' : 'partly', left, ...more };
  if (others.length > 0) return { state: dry ? 'restorable-altered' : 'altered', ...more };
  return { state: dry ? 'restorable' : 'restored' };
}

function whyOf(stays: Back['stays']): What['state'] {
  if (stays.some(({ why }) => why === 'stopped')) return 'stopped';
  return stays.every(({ why }) => why === 'occupied') ? 'occupied' : 'denied';
}

const isLink = (file: string): boolean =>
  lstatSync(onDisk(file), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
