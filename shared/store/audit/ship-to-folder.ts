import { appendFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readLine } from '../../audit/read-line.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { bytesOf } from './segments.ts';

/** The file of a log in a folder that an agent tails. */
export const copyFile = (folder: string, chain: string): string =>
  path.join(folder, `clean-exit-audit-${chain}.jsonl`);

/** Longer than any line of ours. */
const TAIL = 1_000_000;

/**
 * Appends lines, of which the first has the number `first`, to the copy of a log; those that it has are not written
 * again, and a line that a crash tore is finished. Throws the system's error: the folder is not made.
 */
export function copyLines(
  folder: string,
  chain: string,
  lines: readonly Buffer[],
  first: number,
): void {
  statSync(folder);
  const file = copyFile(folder, chain);
  const { next, torn } = endOf(file);
  const wanted = lines.slice(Math.max(0, (next ?? first) - first));
  const whole = Buffer.concat(wanted.flatMap((line) => [line, Buffer.of(10)]));
  const isBegun = torn.length > 0 && whole.subarray(0, torn.length).equals(torn);
  // What is torn and no beginning of ours stays, as a line of its own.
  const before = torn.length > 0 && !isBegun ? '\n' : '';
  appendFileSync(
    file,
    Buffer.concat([Buffer.from(before), isBegun ? whole.subarray(torn.length) : whole]),
    {
      mode: 0o640,
      flush: true,
    },
  );
}

/** The number behind its last whole line, and what is behind that. */
function endOf(file: string): { readonly next?: number; readonly torn: Buffer } {
  try {
    const { size } = statSync(file);
    const bytes = bytesOf(file, Math.max(0, size - TAIL));
    const end = bytes.lastIndexOf(10) + 1;
    const torn = bytes.subarray(end);
    const start = end < 2 ? 0 : bytes.lastIndexOf(10, end - 2) + 1;
    const last = end === 0 ? undefined : readLine(bytes.subarray(start, end - 1));
    return { torn, ...(last ? { next: last.sequence + 1 } : {}) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { torn: Buffer.of() };
    throw error;
  }
}
