import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StateFaultLine } from '../../../core/state-fault.ts';
import type { ResetRecord } from '../../port/resets.ts';
import { createWhole } from '../create-whole.ts';
import { makeOwnFolder } from '../own-folder.ts';
import { faultLineOf, inState } from '../state-fault.ts';
import { isResetId } from './dated.ts';

/** A thing as a record has it: where it was, where it goes, and what tells that it is the same. */
export interface RecordedThing {
  readonly from: string;
  readonly to: string;
  readonly mark: string;
}

/** A record as it is kept (0600). It is written before the first move, so that whatever is interrupted is found. */
export interface KeptReset extends Omit<ResetRecord, 'things'> {
  readonly things: readonly RecordedThing[];
  /** What was there as well and had to stay: it is no newer data. */
  readonly stayed: readonly Pick<RecordedThing, 'from' | 'mark'>[];
}

const folderOf = (state: string): string => path.join(state, 'set-aside');

/** Keeps a record in the first of these folders that can be written; why not, where none can. Never throws. */
export function keepReset(
  folders: readonly string[],
  record: KeptReset,
): StateFaultLine | undefined {
  let fault: unknown;
  for (const state of folders) {
    const folder = folderOf(state);
    try {
      inState(state, () => makeOwnFolder(state));
      inState(folder, () => {
        makeOwnFolder(folder);
        createWhole(path.join(folder, `${record.id}.json`), JSON.stringify(record));
      });
      return undefined;
    } catch (error) {
      fault ??= error;
    }
  }
  return faultLineOf(fault);
}

/** All records, newest first; one that is damaged or not ours is left out. */
export const keptResets = (folders: readonly string[]): readonly KeptReset[] =>
  folders
    .flatMap((state) => namesIn(folderOf(state)).flatMap((id) => readIn(folderOf(state), id) ?? []))
    .sort((a, b) => (a.id < b.id ? 1 : -1));

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .filter(isResetId);
  } catch {
    return []; // No record is there, or none can be read: then nothing is brought back.
  }
}

const LIMIT_BYTES = 64_000_000;

function readIn(folder: string, id: string): KeptReset | undefined {
  try {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const fd = openSync(path.join(folder, `${id}.json`), flags);
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile() || stats.size > LIMIT_BYTES) return undefined;
      const kept = JSON.parse(readFileSync(fd, 'utf8')) as KeptReset;
      return kept.id === id && isText(kept.client) && kept.things.every(isThing) ? kept : undefined;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isThing = ({ from, to, mark }: RecordedThing): boolean => [from, to, mark].every(isText);
