import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../core/receipt.ts';
import { upgraded, type Receipt1 } from '../core/receipt-1.ts';
import { receipt1Schema } from '../schema/receipt-1.ts';
import { isReceipt } from '../schema/read-receipt.ts';
import { codeOf, isGone } from '../machine/files/errno.ts';
import { OLD_RECEIPTS, RECEIPTS } from './receipt-files.ts';
import { UnfitFile } from '../machine/files/read-regular.ts';
import { inState } from '../machine/files/state-fault.ts';

/** Sixteen times what a file normally holds; of a bigger one only its end is read. */
export const TAIL_BYTES = 16_000_000;

export interface ReadReceipts {
  readonly receipts: readonly Receipt[];
  /** Lines that are no receipts: a torn write, somebody's edit. Told, never dropped in silence. */
  readonly damaged: number;
  /** Lines of a version after this one. */
  readonly newer: number;
  /** Bytes before these that were too many to read. */
  readonly unread: number;
  /** What was thrown for files that cannot be read; each hides no other. */
  readonly faults: readonly unknown[];
}

/** The receipts that are kept, oldest first; never throws. */
export function readReceipts(folder: string, tailBytes = TAIL_BYTES): ReadReceipts {
  const receipts: Receipt[] = [];
  const faults: unknown[] = [];
  let [damaged, newer, unread] = [0, 0, 0];
  for (const tail of [OLD_RECEIPTS, RECEIPTS].flatMap((files) =>
    tailsOf(folder, files, tailBytes, faults),
  )) {
    unread += tail.from;
    for (const line of tail.text.split('\n').filter(Boolean)) {
      const read = receiptIn(json(line));
      if (read === 'newer') newer++;
      else if (read) receipts.push(read);
      else damaged++;
    }
  }
  return { receipts, damaged, newer, unread, faults };
}

/** The ends of both files of one version, the older one first. */
function tailsOf(
  folder: string,
  files: typeof RECEIPTS | typeof OLD_RECEIPTS,
  most: number,
  faults: unknown[],
): readonly Tail[] {
  // The newer one first: what is moved while we read is then read twice, never missed, and counted once.
  const [current, full] = [files.current, files.full].map((name) => {
    const file = path.join(folder, name);
    try {
      return inState(file, () => tailOf(file, most));
    } catch (error) {
      faults.push(error);
      return undefined;
    }
  });
  return [full, current].filter(
    (one) => one !== undefined && (one === current || one.id !== current?.id),
  ) as readonly Tail[];
}

interface Tail {
  readonly text: string;
  /** How many bytes stand before it. */
  readonly from: number;
  readonly id?: string;
}

/** The end of a file, beginning with a whole line, and how many bytes stand before it. */
function tailOf(file: string, most: number): Tail {
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

/** A line of any version; undefined for what is no receipt. */
function receiptIn(line: unknown): Receipt | 'newer' | undefined {
  const version = versionOf(line);
  if (version === 1) {
    const old = receipt1Schema.safeParse(line);
    return old.success ? upgraded(old.data as Receipt1) : undefined;
  }
  if (isReceipt(line)) return line;
  return version > 2 ? 'newer' : undefined;
}

function versionOf(line: unknown): number {
  const schema = typeof line === 'object' && line !== null && 'schema' in line ? line.schema : '';
  const [, version] = /^clean-exit\/receipt\/(\d+)$/.exec(String(schema)) ?? [];
  return Number(version ?? 0);
}
