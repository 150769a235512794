import {
  appendFileSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { readLine } from '../../audit/read-line.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';
import { checkpointName } from './checkpoint-files.ts';
import { bytesOf, linesIn } from './segments.ts';

/** The log, as a copy of it is named. */
export interface Copied {
  readonly chain: string;
  /** The fingerprint of the computer; absent where no line says it. */
  readonly device?: string;
}

/** Longer than any line of ours. */
const TAIL = 1_000_000;
/** Agents of a company run as a group of their own. */
const MODE = 0o640;

/** Whether a file is named as the copy of a log. */
export const isCopy = (name: string): boolean => /^clean-exit-audit-.*\.jsonl$/.test(name);

/** The file of a log in a folder that an agent tails; the one that is there, where the computer is called otherwise now. */
export function copyIn(folder: string, { chain, device = 'computer' }: Copied): string {
  const end = `-${chain.slice(0, 8)}.jsonl`;
  const there = readdirSync(folder).find((name) => isCopy(name) && name.endsWith(end));
  return path.join(folder, there ?? `clean-exit-audit-${device.slice(0, 8)}${end}`);
}

/** The last line of this log in a copy, whatever stands behind it, and what has no line break. */
export function endOfCopy(
  file: string,
  chain: string,
): {
  readonly last?: { readonly next: number; readonly fingerprint: string };
  readonly torn: Buffer;
} {
  try {
    const { size } = statSync(file);
    const bytes = bytesOf(file, Math.max(0, size - TAIL));
    const end = bytes.lastIndexOf(10) + 1;
    const torn = bytes.subarray(end);
    const last = [...linesIn(bytes)]
      .reverse()
      .map(readLine)
      .find((one) => one?.chain === chain);
    return {
      torn,
      ...(last ? { last: { next: last.sequence + 1, fingerprint: last.fingerprint } } : {}),
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { torn: Buffer.of() };
    throw error;
  }
}

/**
 * Appends lines to the copy of a log; `first` is the number of the first one. A line that the copy has is not written
 * again unless `isAll` says so, and a line that a crash tore is finished. Throws the system's error: the folder is not made.
 */
export function copyLines(
  folder: string,
  log: Copied,
  lines: readonly Buffer[],
  { first, isAll = false }: { readonly first: number; readonly isAll?: boolean },
): void {
  const file = copyIn(folder, log);
  const { last, torn } = endOfCopy(file, log.chain);
  const wanted = isAll || !last ? lines : lines.slice(Math.max(0, last.next - first));
  if (wanted.length === 0) return;
  const whole = Buffer.concat(wanted.flatMap((line) => [line, Buffer.of(10)]));
  const isBegun = torn.length > 0 && whole.subarray(0, torn.length).equals(torn);
  // What is torn and no beginning of ours stays, as a line of its own.
  const before = Buffer.alloc(torn.length > 0 && !isBegun ? 1 : 0, 10);
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const fd = openSync(file, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), MODE);
  try {
    appendFileSync(fd, Buffer.concat([before, isBegun ? whole.subarray(torn.length) : whole]));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts a checkpoint beside the copy. */
export function copyNote(folder: string, log: Copied, size: number, note: string): void {
  const base = copyIn(folder, log).replace(/\.jsonl$/, '');
  replaceWhole(`${base}-${checkpointName(size)}`, note, MODE);
}
