import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../../core/receipt.ts';
import { makeFolder } from '../files/folder.ts';

/** A line of some kB each: two files of this size hold the exits of years. */
export const ROTATE_BYTES = 1_000_000;

export interface Kept {
  readonly receipts: readonly Receipt[];
  /** Lines that are no receipts: a torn write, somebody's edit. Told, never dropped in silence. */
  readonly damaged: number;
}

const fileIn = (folder: string): string => path.join(folder, 'receipts.jsonl');

/**
 * Appends one whole line (O_APPEND, one write, 0600), so that two programs at once interleave lines and
 * never halves. A line that a crash tore is closed first, so that it cannot swallow the next.
 */
export function keepReceipt(folder: string, receipt: Receipt, rotateAt = ROTATE_BYTES): void {
  makeFolder(folder);
  const file = fileIn(folder);
  const fd = openSync(file, 'a+', 0o600);
  let size: number;
  try {
    size = fstatSync(fd).size;
    const line = Buffer.from(`${endsWhole(fd, size) ? '' : '\n'}${JSON.stringify(receipt)}\n`);
    if (writeSync(fd, line) !== line.length) throw new Error(`${file}: only a part was written`);
    size += line.length;
  } finally {
    closeSync(fd);
  }
  // Whoever still holds the old file writes into it under its new name: nothing is lost.
  if (size > rotateAt) renameSync(file, path.join(folder, 'receipts.1.jsonl'));
}

function endsWhole(fd: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, size - 1);
  return last.toString() === '\n';
}

/** All receipts that are kept, oldest first. */
export function keptReceipts(folder: string): Kept {
  const receipts: Receipt[] = [];
  let damaged = 0;
  for (const name of ['receipts.1.jsonl', 'receipts.jsonl']) {
    for (const line of linesOf(path.join(folder, name))) {
      const receipt = parse(line);
      if (receipt) receipts.push(receipt);
      else damaged++;
    }
  }
  return { receipts, damaged };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function parse(line: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isReceipt =
      typeof value === 'object' &&
      value !== null &&
      'schema' in value &&
      value.schema === 'clean-exit/receipt/1';
    return isReceipt ? (value as Receipt) : undefined;
  } catch {
    return undefined;
  }
}
