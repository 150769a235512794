import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { InTrash, Part } from '../files/disk.ts';
import { createWhole } from './create-whole.ts';
import { makeOwnFolder } from './own-folder.ts';

/** A record for each purge; the oldest go. */
const MOST = 50;
const NAME = /^[0-9a-z]{6,12}-[0-9a-f]{8}$/;

const folderOf = (state: string): string => path.join(state, 'trashed');
const fileOf = (state: string, id: string): string => path.join(folderOf(state), `${id}.json`);

/**
 * Writes down what one purge moved into the trash, in the first of these folders that can be written; undefined
 * where none can: the purge is done.
 */
export function keepTrashed(
  folders: readonly string[],
  now: number,
  trashed: readonly InTrash[],
): string | undefined {
  const id = `${now.toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
  return folders.some((state) => keepIn(state, id, trashed)) ? id : undefined;
}

function keepIn(state: string, id: string, trashed: readonly InTrash[]): boolean {
  try {
    makeOwnFolder(state);
    makeOwnFolder(folderOf(state));
    if (!createWhole(fileOf(state, id), JSON.stringify({ trashed }))) return false;
    for (const old of recordsIn(state).slice(0, -MOST)) rmSync(fileOf(state, old), { force: true });
    return true;
  } catch {
    return false;
  }
}

/** The records that are there, the oldest first; what is called otherwise is none of ours. */
const recordsIn = (state: string): readonly string[] =>
  readdirSync(folderOf(state))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((id) => NAME.test(id))
    .sort();

/** What a record holds; undefined where there is none, or where it is damaged. Words of a file are data. */
export const trashedIn = (
  folders: readonly string[],
  id: string,
): readonly InTrash[] | undefined =>
  NAME.test(id)
    ? folders.map((state) => readIn(state, id)).find((one) => one !== undefined)
    : undefined;

function readIn(state: string, id: string): readonly InTrash[] | undefined {
  try {
    const { trashed } = JSON.parse(textOf(fileOf(state, id))) as {
      readonly trashed: readonly InTrash[];
    };
    return trashed.filter(isThing);
  } catch {
    return undefined;
  }
}

/** Each file that went by itself is a line of some hundred bytes. */
const LIMIT_BYTES = 64_000_000;

function textOf(file: string): string {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(fd);
    return stats.isFile() && stats.size <= LIMIT_BYTES ? readFileSync(fd, 'utf8') : '';
  } finally {
    closeSync(fd);
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isThing = ({ from, to, identity, stamp, parts = [] }: InTrash): boolean =>
  [from, to, identity].every(isText) &&
  (stamp === undefined || isText(stamp)) &&
  Array.isArray(parts) &&
  parts.every((one: Part) => typeof one?.path === 'string' && isText(one.print));
