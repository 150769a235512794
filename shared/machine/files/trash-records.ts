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
import type { Removal } from '../../core/model.ts';
import type { InTrash, Part } from './disk.ts';
import { createWhole } from './create-whole.ts';
import { makeOwnFolder } from './own-folder.ts';
import { faultLineOf, inState } from './state-fault.ts';

/** A record for each purge; the oldest go. */
const MOST = 50;
const NAME = /^[0-9a-z]{6,12}-[0-9a-f]{8}$/;

const folderOf = (state: string): string => path.join(state, 'trashed');
const fileOf = (state: string, id: string): string => path.join(folderOf(state), `${id}.json`);

/** What a record says of the purge, besides each thing: its receipt may be lost. */
export interface Purged {
  readonly client: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes down what one purge moved into the trash, in the first of these folders that can be written. Never throws:
 * the purge is done.
 */
export function keepTrashed(
  folders: readonly string[],
  now: number,
  purged: Purged,
  trashed: readonly InTrash[],
): Pick<Removal, 'record' | 'recordNotKept'> {
  const id = `${now.toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
  let fault: unknown;
  for (const state of folders) {
    try {
      keepIn(state, id, JSON.stringify({ ...purged, trashed }));
      return { record: id };
    } catch (error) {
      fault ??= error;
    }
  }
  return { recordNotKept: faultLineOf(fault) };
}

function keepIn(state: string, id: string, text: string): void {
  const folder = folderOf(state);
  inState(state, () => makeOwnFolder(state));
  inState(folder, () => {
    makeOwnFolder(folder);
    createWhole(fileOf(state, id), text);
    for (const old of recordsIn(state).slice(0, -MOST)) rmSync(fileOf(state, old), { force: true });
  });
}

/** A purge as its record tells it. */
export interface RecordedPurge extends Purged {
  readonly record: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The purges of which there are records but not among `known`; a record of before 2026-12 does not say whose it is. */
export const purgesOnRecord = (
  folders: readonly string[],
  known: ReadonlySet<string> = new Set(),
): readonly RecordedPurge[] =>
  folders.flatMap((state) =>
    namesIn(state)
      .filter((id) => !known.has(id))
      .flatMap((record) => {
        const { client, files = 0, bytes = 0 } = contentOf(state, record) ?? {};
        const at = new Date(parseInt(record, 36)).toISOString();
        return isText(client) ? [{ record, at, client: client as string, files, bytes }] : [];
      }),
  );

/** None where the folder is not there, or cannot be read. */
function namesIn(state: string): readonly string[] {
  try {
    return recordsIn(state);
  } catch {
    return [];
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
    return contentOf(state, id)?.trashed.filter(isThing);
  } catch {
    return undefined;
  }
}

type Content = Partial<Purged> & { readonly trashed: readonly InTrash[] };

function contentOf(state: string, id: string): Content | undefined {
  try {
    return JSON.parse(textOf(fileOf(state, id))) as Content;
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
