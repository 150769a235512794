import { closeSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { posix as path } from 'node:path';
import { Anchor } from './anchor.ts';
import { comeBack, homeOf } from './aside.ts';
import { codeOf, isDenied } from './fault.ts';
import { makeFolder } from './folder.ts';
import { bytesOf, onDisk } from './names.ts';
import { isStill } from './unit.ts';

/** Where a thing went, or why it stayed. */
export type Trashed =
  | { readonly trashed: true; readonly to: string }
  /**
   * `denied`: the thing itself may not be moved; `no-trash`: nothing can take it; `not-in-trash`: it left its
   * place, and nobody saw it arrive.
   */
  | {
      readonly trashed: false;
      readonly code: 'denied' | 'no-trash' | 'not-in-trash' | 'changed';
      readonly why: string;
    };

/**
 * Moves one file or folder into the trash of its file system, as the freedesktop.org trash
 * specification 1.0 says: the note first (created exclusively, which reserves the name), then one
 * rename. Fails closed: where no trash can take it, it stays. What took the place of the thing with
 * this `identity` in the last moment goes back.
 */
export function toTrash(
  file: string,
  identity: string,
  dataHome: string,
  uid: number,
  now: Date,
): Trashed {
  let anchor: Anchor | undefined;
  try {
    anchor = Anchor.at(path.dirname(file), identity.slice(identity.indexOf(' in ') + 4));
    if (!anchor) return { trashed: false, code: 'changed', why: '' };
    const trash = trashFor(file, dataHome, uid);
    const name = reserve(trash, file, now);
    const [from, to] = [`${anchor.inside}/${path.basename(file)}`, `${trash.folder}/files/${name}`];
    try {
      renameSync(onDisk(from), onDisk(to));
      if (isStill(to, identity)) return { trashed: true, to };
      comeBack(to, from);
      return { trashed: false, code: 'changed', why: '' };
    } catch (error) {
      // The trash is our own, so it is the thing that may not be moved.
      if (isDenied(error)) return { trashed: false, code: 'denied', why: codeOf(error) };
      throw error;
    } finally {
      const note = onDisk(path.join(trash.folder, 'info', `${name}.trashinfo`));
      if (!lstatSync(onDisk(to), { throwIfNoEntry: false })) rmSync(note, { force: true });
    }
  } catch (error) {
    return { trashed: false, code: 'no-trash', why: codeOf(error) };
  } finally {
    anchor?.close();
  }
}

interface Trash {
  readonly folder: string;
  /** Paths in its notes are relative to this; the home trash writes absolute ones. */
  readonly top?: string;
}

/** The home trash where it is on the same file system, else `.Trash-$uid` at the top of the other. */
function trashFor(file: string, dataHome: string, uid: number): Trash {
  const { dev } = lstatSync(onDisk(path.dirname(file)));
  const home = path.join(dataHome, 'Trash');
  makeFolder(home);
  if (lstatSync(home).dev === dev) return { folder: prepared(home, uid) };
  let top = path.dirname(file);
  while (top !== path.dirname(top) && lstatSync(onDisk(path.dirname(top))).dev === dev)
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

/** Writes the note, which reserves the name; answers the name. */
function reserve(trash: Trash, file: string, now: Date): string {
  const home = homeOf(file);
  const where = trash.top === undefined ? home : path.relative(trash.top, home);
  const note = `[Trash Info]\nPath=${where.split('/').map(percent).join('/')}\nDeletionDate=${localTime(now)}\n`;
  const wanted = short(path.basename(file));
  for (let n = 1; ; n++) {
    // Many things of one name are not worth asking for each number.
    const more =
      n === 1 ? '' : `.${n < 10 ? n : crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const name = `${wanted}${more}`;
    try {
      const info = path.join(trash.folder, 'info', `${name}.trashinfo`);
      closeSync(openSync(onDisk(info), 'wx', 0o600));
      write(info, note);
      return name;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** All of it or, on a full disk, no note at all. */
function write(info: string, note: string): void {
  try {
    writeFileSync(onDisk(info), note);
  } catch (error) {
    rmSync(onDisk(info), { force: true });
    throw error;
  }
}

/** The bytes of a name as the specification writes them, also those that are no text. */
const percent = (part: string): string =>
  [...bytesOf(part)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return byte < 0x80 && encodeURIComponent(letter) === letter
        ? letter
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** A name is 255 bytes at most, and its note has a longer one. */
function short(name: string): string {
  const letters = [...name];
  while (bytesOf(letters.join('')).length > 230) letters.pop();
  return letters.join('');
}

/** `YYYY-MM-DDThh:mm:ss` in local time, as the specification wants it. */
const localTime = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
