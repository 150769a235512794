import { linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { posix as path } from 'node:path';
import { Anchor } from './anchor.ts';
import { codeOf, isOpenElsewhere } from './fault.ts';
import { entriesOf, onDisk } from './names.ts';
import { isStill } from './unit.ts';

/**
 * A folder that is to go for good is first set aside: out of the client's sight in one step, inside a
 * folder of ours beside it, under its own name. Whoever is interrupted then leaves what the next run
 * finds, judges by the place it came from, and finishes.
 */
const ASIDE = /^\.clean-exit-[0-9a-f]{32}$/;

export const isAside = (name: string): boolean => ASIDE.test(name);

/** Where the client had a file that may have been set aside: its own path otherwise. */
export const homeOf = (file: string): string =>
  file.replace(/\/\.clean-exit-[0-9a-f]{32}(?=\/)/g, '');

/**
 * Sets a folder aside and answers where it is now: its own place on a disk that is so full that no
 * folder can be made, and where a file in it is open (Windows); undefined if something else stands there now. Throws where it may not be moved.
 */
export function setAside(file: string, identity: string): string | undefined {
  const above = path.dirname(file);
  const anchor = Anchor.at(above, identity.slice(identity.indexOf(' in ') + 4));
  if (!anchor) return undefined;
  try {
    const ours = `.clean-exit-${crypto.randomUUID().replaceAll('-', '')}`;
    const moved = moveAside(anchor.inside, path.basename(file), ours, identity);
    if (moved === 'here') return file;
    return moved ? path.join(above, ours, path.basename(file)) : undefined;
  } finally {
    anchor.close();
  }
}

function moveAside(above: string, name: string, ours: string, identity: string): boolean | 'here' {
  const [from, folder] = [`${above}/${name}`, `${above}/${ours}`];
  const to = `${folder}/${name}`;
  try {
    mkdirSync(onDisk(folder), { mode: 0o700 });
  } catch (error) {
    if (/^(ENOSPC|EDQUOT)$/.test(codeOf(error))) return 'here';
    throw error;
  }
  try {
    renameSync(onDisk(from), onDisk(to));
    if (isStill(to, identity)) return true;
    comeBack(to, from);
  } catch (error) {
    removeEmpty(folder);
    // Windows moves no folder in which somebody has a file open: the other files can go all the same.
    if (isOpenElsewhere(error)) return 'here';
    throw error;
  }
  removeEmpty(folder);
  return false;
}

/** Back to where it was, and never over a file that stands there now. */
export function comeBack(from: string, to: string): void {
  if (lstatSync(onDisk(from)).isDirectory()) return renameSync(onDisk(from), onDisk(to));
  linkSync(onDisk(from), onDisk(to));
  unlinkSync(onDisk(from));
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(onDisk(folder));
  } catch {
    return; // What could not come back is found by the next run.
  }
}

/**
 * Puts back what could not go. An empty folder that was made in its place gives way; if it is used
 * already, the rest stays aside until the next run.
 */
export function putBack(from: string, file: string): void {
  try {
    if (lstatSync(onDisk(file), { throwIfNoEntry: false })) rmdirSync(onDisk(file));
    renameSync(onDisk(from), onDisk(file));
  } catch {
    return;
  }
}

/** Removes folders in which nothing is left, of ours and in ours; never a file. */
export function sweep(folder: string): void {
  try {
    for (const entry of entriesOf(folder)) if (entry.isFolder) sweep(path.join(folder, entry.name));
    rmdirSync(onDisk(folder));
  } catch {
    // Something is left in it: it stays, and is found again.
  }
}

/**
 * What an interrupted run had set aside and no rule frees goes back to where its client looks for it.
 * Answers what could not: something else stands there, or it is no plain file.
 */
export function giveBack(folder: string): readonly string[] {
  try {
    return entriesOf(folder).flatMap(({ name, isFolder }) => {
      const file = path.join(folder, name);
      return isFolder ? giveBack(file) : moveHome(file) ? [] : [file];
    });
  } catch {
    return [folder];
  }
}

/** A link first and then the end of the old name, so that nothing is ever written over. */
function moveHome(file: string): boolean {
  try {
    const home = homeOf(file);
    const [above = ''] = file.split(/\/\.clean-exit-[0-9a-f]{32}\//, 1);
    if (!leadsThroughFolders(above, path.dirname(home))) return false;
    if (!isSameFile(file, home)) linkSync(onDisk(file), onDisk(home));
    unlinkSync(onDisk(file));
    return true;
  } catch {
    return false;
  }
}

/** Whoever was interrupted between the link and the end of the old name left both. */
function isSameFile(file: string, home: string): boolean {
  const [one, other] = [file, home].map((at) => lstatSync(onDisk(at), { throwIfNoEntry: false }));
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}

/** Whether only folders, no links, lie between; those that are missing are made. */
function leadsThroughFolders(above: string, folder: string): boolean {
  if (folder === above) return true;
  if (!leadsThroughFolders(above, path.dirname(folder))) return false;
  const own = lstatSync(onDisk(folder), { throwIfNoEntry: false });
  if (!own) mkdirSync(onDisk(folder), { mode: 0o700 });
  return own?.isDirectory() ?? true;
}
