import { closeSync, constants, fstatSync, ftruncateSync, lstatSync, openSync } from 'node:fs';
import { readSync, renameSync, writeSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../core/receipt.ts';
import { RECEIPTS } from './receipt-files.ts';
import { acquireLock } from './lock.ts';
import { inBounds } from '../core/receipt-in-bounds.ts';
import { codeOf } from '../machine/files/errno.ts';
import { isOwnerAlive, thisOwner } from './lock-owner.ts';
import { makeOwnFolder } from '../machine/files/own-folder.ts';
import { UnfitFile } from '../machine/files/read-regular.ts';
import { inState } from '../machine/files/state-fault.ts';

/** A line of some kB each: two files of this size hold the exits of years. */
export const ROTATE_BYTES = 1_000_000;
/** Some file systems count no names at all. */
const AGAIN = 3;

/**
 * Appends one whole line (O_APPEND, one write, 0600), so that two programs at once interleave lines and
 * never halves. A line that a crash tore is closed first, so that it cannot swallow the next.
 */
export function appendReceipt(folder: string, receipt: Receipt, rotateAt = ROTATE_BYTES): void {
  const file = path.join(folder, RECEIPTS.current);
  inState(folder, () => makeOwnFolder(folder));
  const line = JSON.stringify(inBounds(receipt));
  let written = inState(file, () => append(file, line));
  // No name any more: it was replaced twice between our opening and our writing, and the line with it.
  for (let i = 0; written.nlink === 0 && i < AGAIN; i++)
    written = inState(file, () => append(file, line));
  if (written.size > rotateAt) rotate(folder, file, written, rotateAt);
}

function append(file: string, line: string): Stats {
  const fd = opened(file);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new UnfitFile('not-a-file');
    const bytes = Buffer.from(`${endsWhole(fd, stats.size) ? '' : '\n'}${line}\n`);
    const written = writeSync(fd, bytes);
    if (written !== bytes.length) {
      // A torn line is taken back, unless somebody wrote behind it.
      if (fstatSync(fd).size === stats.size + written) ftruncateSync(fd, stats.size);
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    }
    return fstatSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** For reading and appending; a link in its place is never followed, and a pipe never waited for. */
function opened(file: string): number {
  const how = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
  try {
    return openSync(file, how | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  } catch (error) {
    throw codeOf(error) === 'ELOOP' ? new UnfitFile('not-a-file') : error;
  }
}

function endsWhole(fd: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, size - 1);
  return last.toString() === '\n';
}

/**
 * Makes the full file the second one, unless somebody did: looked at again under a lock. Whoever still
 * holds the old file writes into it under its new name: nothing is lost.
 */
function rotate(folder: string, file: string, full: Stats, rotateAt: number): void {
  try {
    const lock = acquireLock(`${file}.rotating`, thisOwner('rotate'), isOwnerAlive);
    if (!lock.granted) return;
    try {
      const now = lstatSync(file);
      if (now.ino === full.ino && now.dev === full.dev && now.size > rotateAt)
        renameSync(file, path.join(folder, RECEIPTS.full));
    } finally {
      lock.release();
    }
  } catch {
    return; // The receipt is kept; the next one tries again.
  }
}
