import { renameSync, rmSync } from 'node:fs';
import { posix as path } from 'node:path';
import { Anchor, within } from './anchor.ts';
import { comeBack } from './aside.ts';
import type { Thing } from './disk.ts';
import { codeOf } from './fault.ts';
import { moveAll, sweep } from './move-home.ts';
import { onDisk } from './names.ts';
import { noteOf } from './trash.ts';
import { identityOf, isInode } from './unit.ts';

/**
 * Moves a thing from the trash back to its place, never over anything: into a folder that is there again its
 * files go one by one. Answers what stays in the trash; the note about it then stays too.
 */
export function bringBack({ file, identity }: Thing, to: string): readonly string[] {
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
  const trash = path.dirname(path.dirname(to));
  rmSync(onDisk(noteOf(trash, name)), { force: true });
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
