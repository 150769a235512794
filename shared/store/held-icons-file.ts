import { closeSync, constants, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expectOwn, makeOwnFolder } from '../machine/files/own-folder.ts';
import type { HeldIcon } from '../core/held-icons.ts';
import { readRegular } from '../machine/files/read-regular.ts';

const SCHEMA = 'clean-exit/ghosts/1';
const fileIn = (folder: string): string => path.join(folder, 'ghosts.json');

/** What was remembered; nothing where there is no such file, or where it is none of ours. */
export function readHeldIcons(folder: string): readonly HeldIcon[] {
  try {
    // What somebody else could write there says nothing.
    expectOwn(folder);
    const found: unknown = JSON.parse(readRegular(fileIn(folder), 'refuse').text);
    if (typeof found !== 'object' || found === null) return [];
    const icons: unknown = Reflect.get(found, 'icons');
    const isOurs = Reflect.get(found, 'schema') === SCHEMA && Array.isArray(icons);
    return isOurs ? icons.filter(isHeld) : [];
  } catch {
    return []; // A memory that cannot be read is none: what is shown is still seen.
  }
}

/**
 * Replaces the file in one step, 0600; a link in its place is replaced, never followed. Throws the system's
 * error where the folder cannot be written.
 */
export function keepHeldIcons(folder: string, icons: readonly HeldIcon[]): void {
  makeOwnFolder(folder);
  // A pid alone is another program's too, where a home is shared with a container.
  const draft = `${fileIn(folder)}.${process.pid}.${process.hrtime.bigint().toString(36)}.draft`;
  try {
    const isNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    const fd = openSync(draft, isNew, 0o600);
    try {
      writeSync(fd, `${JSON.stringify({ schema: SCHEMA, icons })}\n`);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, fileIn(folder));
  } finally {
    rmSync(draft, { force: true });
  }
}

const FIELDS = ['bus', 'listed', 'address', 'id', 'client'] as const;

const isHeld = (one: unknown): one is HeldIcon =>
  typeof one === 'object' &&
  one !== null &&
  FIELDS.every((name) => typeof Reflect.get(one, name) === 'string') &&
  ['string', 'undefined'].includes(typeof Reflect.get(one, 'at'));

/** The icons that clients held, as the next looks need them. */
export interface HeldIconStore {
  read(): readonly HeldIcon[];
  /** What cannot be written is kept as long as this program runs. */
  keep(icons: readonly HeldIcon[]): void;
}

/** The memory in our state folder. */
export function heldIconsIn(folder: string): HeldIconStore {
  let unwritten: readonly HeldIcon[] | undefined;
  return {
    read: () => unwritten ?? readHeldIcons(folder),
    keep: (icons) => {
      try {
        keepHeldIcons(folder, icons);
        unwritten = undefined;
      } catch {
        unwritten = icons;
      }
    },
  };
}
