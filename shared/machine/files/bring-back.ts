import { readFileSync, renameSync, rmSync } from 'node:fs';
import { posix as path } from 'node:path';
import { Anchor, within } from './anchor.ts';
import { comeBack } from './aside.ts';
import type { Thing } from './disk.ts';
import { codeOf } from './fault.ts';
import { moveAll, sweep } from './move-home.ts';
import { fromDisk, onDisk } from './names.ts';
import { noteOf } from './trash.ts';
import { identityOf, isInode } from './unit.ts';

/** The same from a trash of freedesktop.org; the note about what stays there stays too. */
export function bringBack(thing: Thing, to: string): readonly string[] {
  const left = bringBackAlone(thing, to);
  const trash = path.dirname(path.dirname(to));
  if (left.length === 0) rmSync(onDisk(noteOf(trash, path.basename(to))), { force: true });
  return left;
}

/**
 * Moves a thing from the trash back to its place, never over anything: into a folder that is there again its
 * files go one by one. Answers what stays in the trash.
 */
export function bringBackAlone({ file, identity }: Thing, to: string): readonly string[] {
  const [name, as] = [path.basename(to), path.basename(file)];
  const left = within(Anchor.open(path.dirname(to)), (files) =>
    within(Anchor.real(path.dirname(file)), (above) => {
      if (!isInode(files.stat(name), identity)) return [to];
      return intoPlace(files, name, above, as).map((one) => path.join(to, one));
    }),
  );
  if (left?.length !== 0) return left ?? [to];
  const rest = identityOf(to);
  if (rest !== undefined) sweep({ file: to, identity: rest });
  return [];
}

function intoPlace(from: Anchor, name: string, to: Anchor, as: string): readonly string[] {
  const isFolder = from.stat(name)?.isDirectory() ?? false;
  try {
    if (isFolder) renameSync(from.place(name), to.place(as));
    else comeBack(from, name, to, as);
    return [];
  } catch (error) {
    if (!isFolder || !/^(ENOTEMPTY|EEXIST)$/.test(codeOf(error))) return [''];
  }
  return (
    within(from.child(name), (inner) => within(to.child(as), (home) => moveAll(inner, home))) ?? [
      '',
    ]
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
