import { accessSync, constants, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { posix as path } from 'node:path';
import { DirHandle, whileOpen } from './dir-handle.ts';
import { comeBack } from './quarantine.ts';
import type { Thing } from './disk.ts';
import { codeOf } from './errno.ts';
import { sweep } from './move-home.ts';
import { entriesOf, fromDisk, onDisk } from './names.ts';
import type { RemovalLease } from './removal-lease.ts';
import { noteOf } from './trash.ts';
import { identityOf, isInode, isOneFile } from './unit.ts';

/** Something of a thing that stays in the trash: its place is taken, the system forbids the move, or it was called off. */
export interface Stay {
  readonly path: string;
  readonly why: 'occupied' | 'denied' | 'stopped';
}

/** Whether to go on; asked before each file. */
export type Leave = Pick<RemovalLease, 'isFresh' | 'holds'>;

/** What decides without changing anything, and what ends in a moment, is not called off. */
export const ALWAYS: Leave = { isFresh: true, holds: async () => true };

/** How many files and whole folders go back, and what stays. */
export interface Back {
  readonly went: number;
  readonly stays: readonly Stay[];
}

/** Moves a thing from a trash of freedesktop.org back to its place; answers what stays, and its note with it. */
export async function bringBack(thing: Thing, to: string): Promise<readonly string[]> {
  const stays = (await back(thing, to, false, ALWAYS))?.stays.map((one) => one.path) ?? [to];
  if (stays.length === 0) dropNote(to);
  return stays;
}

/** Removes the note about a thing that is no longer in the trash. */
export const dropNote = (to: string): void =>
  rmSync(onDisk(noteOf(path.dirname(path.dirname(to)), path.basename(to))), { force: true });

/**
 * Moves a thing from the trash back to its place, never over anything: where its folder is there again, what is in
 * it goes one by one. `dry` decides the same and changes nothing. Undefined
 * where a link is on the way, or where it is another thing.
 */
export async function back(
  { file, identity }: Thing,
  to: string,
  dry: boolean,
  leave: Leave,
): Promise<Back | undefined> {
  const [name, as] = [path.basename(to), path.basename(file)];
  const done = await whileOpen(DirHandle.open(path.dirname(to)), (files) =>
    whileOpen(DirHandle.real(path.dirname(file)), async (above) =>
      isInode(files.stat(name), identity)
        ? oneBack({ from: files, name, to: above, as, path: to, dry, leave })
        : undefined,
    ),
  );
  if (!done || dry || done.stays.length > 0) return done;
  const rest = identityOf(to);
  if (rest !== undefined) sweep({ file: to, identity: rest });
  return done;
}

interface Move {
  readonly from: DirHandle;
  readonly name: string;
  readonly to: DirHandle;
  readonly as: string;
  /** Where it is in the trash, as people read it. */
  readonly path: string;
  readonly dry: boolean;
  readonly leave: Leave;
}

async function oneBack(move: Move): Promise<Back> {
  const { from, name, to, as, dry } = move;
  const stays = (why: Stay['why']): Back => ({ went: 0, stays: [{ path: move.path, why }] });
  try {
    const [own, there] = [from.stat(name), to.stat(as)];
    if (!own) return { went: 0, stays: [] };
    if (there?.isDirectory() && own.isDirectory()) return (await allBack(move)) ?? stays('denied');
    // What was interrupted between the link and the end of the old name left both.
    const isBoth = there !== undefined && isOneFile(from.place(name), to.place(as));
    if (there && !isBoth) return stays('occupied');
    // A folder that moves to another one is itself written to.
    for (const one of [
      from.place('.'),
      to.place('.'),
      ...(own.isDirectory() ? [from.place(name)] : []),
    ])
      accessSync(one, constants.W_OK | constants.X_OK);
    if (!to.hasDeviceOf(own)) return stays('denied');
    if (dry) return { went: 1, stays: [] };
    if (isBoth) unlinkSync(from.place(name));
    else comeBack(from, name, to, as);
    return { went: 1, stays: [] };
  } catch (error) {
    return stays(/^(ENOTEMPTY|EEXIST)$/.test(codeOf(error)) ? 'occupied' : 'denied');
  }
}

async function allBack(move: Move): Promise<Back | undefined> {
  const { leave } = move;
  return whileOpen(move.from.child(move.name), (from) =>
    whileOpen(move.to.child(move.as), async (to) => {
      const stays: Stay[] = [];
      let went = 0;
      for (const { name } of entriesOf(from.inside)) {
        // Of a large folder the rest is one answer.
        if (!leave.isFresh && !(await leave.holds())) {
          stays.push({ path: move.path, why: 'stopped' });
          break;
        }
        const one = await oneBack({
          ...move,
          ...{ from, name, to, as: name, path: path.join(move.path, name) },
        });
        went += one.went;
        stays.push(...one.stays);
      }
      return { went, stays };
    }),
  );
}

/** Whether the note about a thing in the trash says that it was there (freedesktop.org trash specification 1.0). */
export function isNoted(from: string, to: string): boolean {
  const trash = path.dirname(path.dirname(to));
  const note = readFileSync(onDisk(noteOf(trash, path.basename(to))), 'latin1');
  const [, text] = /^Path=(.*)$/m.exec(note) ?? [];
  if (text === undefined) return false;
  const bytes = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return path.resolve(path.dirname(trash), fromDisk(Buffer.from(bytes, 'latin1'))) === from;
}
