import {
  closeSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { posix as path } from 'node:path';
import { DirHandle, within } from './dir-handle.ts';
import { comeBack, originalPath } from './quarantine.ts';
import type { Thing, Trashed } from './disk.ts';
import { codeOf, isDenied } from './errno.ts';
import { makeFolder } from './folder.ts';
import { MOUNT_INFO, mountAbove } from './mounts.ts';
import { bytesOf, onDisk } from './names.ts';
import { holderOf, isInode, stampOf } from './unit.ts';

/**
 * Moves one file or folder into the trash of its file system, as the freedesktop.org trash
 * specification 1.0 says: the note first (created exclusively, which reserves the name), then one
 * rename. Fails closed: where no trash can take it, it stays. What took the place of the thing with
 * this `identity` in the last moment goes back.
 */
export function toTrash(
  { file, identity, stamp }: Thing,
  dataHome: string,
  uid: number,
  now: Date,
): Trashed {
  const name = path.basename(file);
  const into = (trash: Trash, above: DirHandle): Trashed => {
    const reserved = reserve(trash, file, now);
    const to = `${trash.folder}/files/${reserved}`;
    let went: Trashed = CHANGED;
    try {
      return (went =
        within(DirHandle.open(`${trash.folder}/files`), (files) => {
          renameSync(above.place(name), files.place(reserved));
          const own = files.stat(reserved);
          const isIt = isInode(own, identity) && (!stamp || (own && stampOf(own) === stamp));
          if (isIt) return { trashed: true, to } as const;
          comeBack(files, reserved, above, name);
          return CHANGED;
        }) ?? CHANGED);
    } finally {
      // The note stays as long as anything lies there.
      if (!went.trashed && !lstatSync(onDisk(to), { throwIfNoEntry: false }))
        rmSync(onDisk(noteOf(trash.folder, reserved)), { force: true });
    }
  };
  try {
    const went = within(DirHandle.at(path.dirname(file), holderOf(identity)), (above) => {
      try {
        return into(trashFor(file, dataHome, uid), above);
      } catch (error) {
        // A folder that is mounted here a second time has the device of the home, and is none of it.
        if (codeOf(error) === 'EXDEV')
          return into(trashAt(mountAbove(MOUNT_INFO, file), uid), above);
        // The trash is our own, so it is the thing that may not be moved; it lies on the same file system.
        if (isDenied(error) || codeOf(error) === 'EROFS')
          return { trashed: false, code: 'denied', why: codeOf(error) } as const;
        throw error;
      }
    });
    return went ?? CHANGED;
  } catch (error) {
    return { trashed: false, code: 'no-trash', why: codeOf(error) };
  }
}

const CHANGED = { trashed: false, code: 'changed', why: '' } as const;

/** The note about something in a trash. */
export const noteOf = (trash: string, name: string): string =>
  path.join(trash, 'info', `${name}.trashinfo`);

interface Trash {
  readonly folder: string;
  /** Paths in its notes are relative to this; the home trash writes absolute ones. */
  readonly top?: string;
}

/** The home trash where it is on the same file system, else `.Trash-$uid` at the top of the other. */
function trashFor(file: string, dataHome: string, uid: number): Trash {
  const { dev } = lstatSync(onDisk(path.dirname(file)));
  const home = path.join(dataHome, 'Trash');
  // Made only where it is needed: a home that is full or read-only has nothing to do with another disk.
  if (deviceOf(home) === dev) {
    makeFolder(home);
    return { folder: prepared(home, uid) };
  }
  let top = path.dirname(file);
  while (top !== path.dirname(top) && lstatSync(onDisk(path.dirname(top))).dev === dev)
    top = path.dirname(top);
  return trashAt(top, uid);
}

/** The file system on which a folder is, or would be made. */
function deviceOf(folder: string): number {
  const own = lstatSync(onDisk(folder), { throwIfNoEntry: false });
  for (let at = path.dirname(folder); !own; at = path.dirname(at)) {
    const above = statSync(onDisk(at), { throwIfNoEntry: false });
    if (above) return above.dev;
  }
  return own.dev;
}

const trashAt = (top: string, uid: number): Trash => ({
  folder: prepared(path.join(top, `.Trash-${uid}`), uid),
  top,
});

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
  const home = originalPath(file);
  const where = trash.top === undefined ? home : path.relative(trash.top, home);
  const note = `[Trash Info]\nPath=${where.split('/').map(percent).join('/')}\nDeletionDate=${localTime(now)}\n`;
  const wanted = short(path.basename(file));
  for (let n = 1; ; n++) {
    // Many things of one name are not worth asking for each number.
    const more =
      n === 1 ? '' : `.${n < 10 ? n : crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const name = `${wanted}${more}`;
    try {
      const info = noteOf(trash.folder, name);
      write(info, note);
      // What lies there without a note is somebody's all the same: a rename would write over it.
      if (!lstatSync(onDisk(`${trash.folder}/files/${name}`), { throwIfNoEntry: false }))
        return name;
      rmSync(onDisk(info), { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** A new file with all of it or, on a full disk, no note at all. */
function write(info: string, note: string): void {
  const fd = openSync(onDisk(info), 'wx', 0o600);
  try {
    writeFileSync(fd, note);
  } catch (error) {
    rmSync(onDisk(info), { force: true });
    throw error;
  } finally {
    closeSync(fd);
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
