import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TrashFiles } from './files/disk.ts';
import { identityOf } from './files/unit.ts';
import { inTrash, NotSeenInTrash } from './seen-in-trash.ts';

/**
 * A launcher's way into the trash, used only after an empty file of ours was seen to arrive there: what another
 * program calls its trash may remove for good. That says nothing of another disk, which may have none. `trashes` are
 * the folders of the trash for a file. Rejects with NotSeenInTrash where nothing arrived, or nothing was tried; then
 * nothing of a person was touched.
 */
export function triedTrash(
  trash: TrashFiles,
  folder: string,
  trashes: (file: string) => readonly string[],
): TrashFiles {
  let tried: Promise<void> | undefined;
  const trial = async (): Promise<void> => {
    const file = path.join(folder, 'clean-exit-trash-test');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, '');
    const identity = identityOf(file) ?? '';
    await trash([file]);
    const came = inTrash(trashes(file))(identity);
    rmSync(file, { force: true });
    if (!came.trashed) throw new NotSeenInTrash(came.why);
    removeTrial(came.to);
  };
  return async (files) => {
    await (tried ??= trial());
    if (!files.every((file) => isOnOneDisk(file, folder)))
      throw new NotSeenInTrash('the trash of another disk was not tried');
    await trash(files);
  };
}

/** Some versions of Node tell no device on Windows, where a drive has a letter. */
const isOnOneDisk = (one: string, other: string): boolean =>
  path.parse(one).root.toLowerCase() === path.parse(other).root.toLowerCase() &&
  lstatSync(one, { throwIfNoEntry: false })?.dev === lstatSync(other).dev;

/** Windows keeps where a thing came from in a second file, `$I…` beside `$R…`. */
function removeTrial(to: string): void {
  try {
    const note = path.basename(to).replace(/^\$R/, '$I');
    rmSync(path.join(path.dirname(to), note), { force: true });
    rmSync(to, { force: true });
  } catch {
    return; // An empty file in the trash harms nobody.
  }
}
