import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditEvent } from '../../audit/event.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { isOwnerAlive, thisOwner } from '../lock-owner.ts';
import type { LockOwner } from '../lock.ts';

/** An intent whose outcome has not come yet, and who will write it. */
interface OpenIntent {
  readonly owner: LockOwner;
  /** The line that it gets. */
  readonly sequence: number;
  readonly event: AuditEvent;
}

const folderIn = (folder: string): string => path.join(folder, 'open');
const fileOf = (folder: string, uid: string): string => path.join(folderIn(folder), `${uid}.json`);

/** Notes that a request is under way, before its intent is in the log. */
export function openIntent(folder: string, sequence: number, event: AuditEvent): void {
  makeOwnFolder(folderIn(folder));
  const open: OpenIntent = { owner: thisOwner('audit'), sequence, event };
  writeFileSync(fileOf(folder, event.metadata.uid), JSON.stringify(open), { mode: 0o600 });
}

/** Its outcome is in the log. */
export const closeIntent = (folder: string, uid: string): void =>
  rmSync(fileOf(folder, uid), { force: true });

/** The intents of programs that are dead; under the lock, so that no file is half written. */
export function orphansIn(folder: string): readonly OpenIntent[] {
  return namesIn(folder).flatMap((name) => {
    const file = path.join(folderIn(folder), name);
    const open = read(file);
    // A crash tore it before its intent was written: there is no such line.
    if (!open) rmSync(file, { force: true, recursive: true });
    return open && !isOwnerAlive(open.owner) ? [open] : [];
  });
}

/** How many requests have begun and not ended, those under way among them. */
export const openCount = (folder: string): number => namesIn(folder).length;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folderIn(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function read(file: string): OpenIntent | undefined {
  try {
    const open = JSON.parse(readFileSync(file, 'utf8')) as Partial<OpenIntent> | null;
    const { owner, sequence, event } = open ?? {};
    const isWhole =
      typeof owner?.pid === 'number' &&
      typeof owner.startTime === 'string' &&
      Number.isSafeInteger(sequence) &&
      typeof event?.metadata.uid === 'string' &&
      typeof event.unmapped.clean_exit === 'object';
    return isWhole ? (open as OpenIntent) : undefined;
  } catch {
    return undefined;
  }
}
