import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../core/receipt.ts';
import { receiptSchema } from '../schema/receipt.ts';
import { codeOf, isGone } from '../machine/files/errno.ts';
import { UnfitFile } from '../machine/files/read-regular.ts';
import { inState } from '../machine/files/state-fault.ts';

/** Sixteen times what a file normally holds; of a bigger one only its end is read. */
export const TAIL_BYTES = 16_000_000;

export interface ReadReceipts {
  readonly receipts: readonly Receipt[];
  /** Lines that are no receipts: a torn write, somebody's edit. Told, never dropped in silence. */
  readonly damaged: number;
  /** Bytes before these that were too many to read. */
  readonly unread: number;
}

/** The receipts that are kept, oldest first. */
export function readReceipts(folder: string, tailBytes = TAIL_BYTES): ReadReceipts {
  const receipts: Receipt[] = [];
  let [damaged, unread] = [0, 0];
  // The newer one first: what is moved while we read is then read twice, never missed, and counted once.
  const tails = ['receipts.jsonl', 'receipts.1.jsonl'].map((name) => {
    const file = path.join(folder, name);
    return inState(file, () => tailOf(file, tailBytes));
  });
  for (const tail of tails.filter(({ id }, at) => at === 0 || id !== tails[0]?.id).reverse()) {
    unread += tail.from;
    for (const line of tail.text.split('\n').filter(Boolean)) {
      const read = receiptSchema.safeParse(json(line));
      if (read.success) receipts.push(read.data as Receipt);
      else damaged++;
    }
  }
  return { receipts, damaged, unread };
}

/** The end of a file, beginning with a whole line, and how many bytes stand before it. */
function tailOf(
  file: string,
  most: number,
): { readonly text: string; readonly from: number; readonly id?: string } {
  let fd: number;
  try {
    // A pipe in its place must not make us wait for a writer.
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    if (isGone(error)) return { text: '', from: 0 };
    throw codeOf(error) === 'ELOOP' ? new UnfitFile('not-a-file') : error;
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new UnfitFile('not-a-file');
    const id = `${stats.dev}:${stats.ino}`;
    const skipped = Math.max(0, stats.size - most);
    const bytes = Buffer.alloc(stats.size - skipped);
    const tail = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, skipped));
    if (skipped === 0) return { text: tail.toString('utf8'), from: 0, id };
    const start = tail.indexOf('\n') + 1 || tail.length;
    return { text: tail.subarray(start).toString('utf8'), from: skipped + start, id };
  } finally {
    closeSync(fd);
  }
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // No receipt: the schema says so.
  }
}
