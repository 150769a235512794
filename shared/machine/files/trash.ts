import { lstatSync, openSync, closeSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './fault.ts';
import { makeFolder } from './folder.ts';

/** Where a thing went, or why it stayed. */
export type Trashed =
  | { readonly trashed: true; readonly to: string }
  | { readonly trashed: false; readonly why: string };

/**
 * Moves one file or folder into the trash of its file system, as the freedesktop.org trash
 * specification 1.0 says: the note first (created exclusively, which reserves the name), then one
 * rename. Fails closed: where no trash can take it, it stays.
 */
export function toTrash(file: string, dataHome: string, uid: number, now: Date): Trashed {
  try {
    const trash = trashFor(file, dataHome, uid);
    const name = reserve(trash, file, now);
    try {
      renameSync(file, path.join(trash.folder, 'files', name));
    } catch (error) {
      rmSync(path.join(trash.folder, 'info', `${name}.trashinfo`), { force: true });
      throw error;
    }
    return { trashed: true, to: path.join(trash.folder, 'files', name) };
  } catch (error) {
    return { trashed: false, why: codeOf(error) };
  }
}

interface Trash {
  readonly folder: string;
  /** Paths in its notes are relative to this; the home trash writes absolute ones. */
  readonly top?: string;
}

/** The home trash where it is on the same file system, else `.Trash-$uid` at the top of the other. */
function trashFor(file: string, dataHome: string, uid: number): Trash {
  const { dev } = lstatSync(path.dirname(file));
  const home = path.join(dataHome, 'Trash');
  makeFolder(home);
  if (lstatSync(home).dev === dev) return { folder: prepared(home, uid) };
  let top = path.dirname(file);
  while (top !== path.dirname(top) && lstatSync(path.dirname(top)).dev === dev)
    top = path.dirname(top);
  return { folder: prepared(path.join(top, `.Trash-${uid}`), uid), top };
}

/** Makes the two folders; somebody else's trash, or a link planted in its place, is refused. */
function prepared(folder: string, uid: number): string {
  for (const one of [folder, path.join(folder, 'files'), path.join(folder, 'info')]) {
    makeFolder(one);
    const stats = lstatSync(one);
    if (!stats.isDirectory() || stats.uid !== uid) throw new Error(`${one} is not our own folder`);
  }
  return folder;
}

function reserve(trash: Trash, file: string, now: Date): string {
  const where = trash.top === undefined ? file : path.relative(trash.top, file);
  const note = `[Trash Info]\nPath=${where.split('/').map(encodeURIComponent).join('/')}\nDeletionDate=${localTime(now)}\n`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? path.basename(file) : `${path.basename(file)}.${n}`;
    try {
      const fd = openSync(path.join(trash.folder, 'info', `${name}.trashinfo`), 'wx', 0o600);
      writeSync(fd, note);
      closeSync(fd);
      return name;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** `YYYY-MM-DDThh:mm:ss` in local time, as the specification wants it. */
const localTime = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
