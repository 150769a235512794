import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';
import { readLine } from '../../audit/read-line.ts';
import { linesFrom, segmentsIn } from './segments.ts';
import { destinationOf } from './destination.ts';

/** How far one destination has the log. */
export interface Spool {
  /** `syslog+tls://host:port`, or a folder. */
  readonly to: string;
  /** The log; of another one nothing was brought there. */
  readonly chain: string;
  /** The first line that it has not. */
  readonly next: number;
  /** The fingerprint of the line before that: another one there is another log. */
  readonly last?: string;
  /** The batches that it took last: it may still have them in memory alone. */
  readonly recent: readonly Batch[];
  /** The size of the last checkpoint that it has. */
  readonly checkpoint: number;
  /** When it last took something, in ms since 1970. */
  readonly at?: number;
  /** Why the last try failed. */
  readonly fault?: StateFaultLine & { readonly since: number };
}

interface Batch {
  /** The number of its first line. */
  readonly first: number;
  /** When it was taken, in ms since 1970. */
  readonly at: number;
}

/** So long may a receiver need to write what it took. */
const UNWRITTEN_MS = 60_000;

/** After a batch from this line to `next` was taken, which ends in the line with this fingerprint. */
export function taken(
  spool: Spool,
  { first, next, last }: { first: number; next: number; last: string | undefined },
  at: number,
): Spool {
  const { to, chain, checkpoint, last: before } = spool;
  const end = next >= spool.next ? last : before;
  const recent = [...spool.recent, { first, at }].filter((one) => one.at > at - UNWRITTEN_MS);
  return {
    ...{ to, chain, checkpoint, recent, next: Math.max(spool.next, next), at },
    ...(end === undefined ? {} : { last: end }),
  };
}

/**
 * After a try that failed: a receiver that died may have lost what it took within the minute before it took the last,
 * so that counts as not taken.
 */
export function failed(spool: Spool, fault: StateFaultLine, at: number): Spool {
  const first = Math.min(spool.next, ...spool.recent.map((one) => one.first));
  const { last, ...rest } = spool;
  return {
    ...{ ...rest, next: first, recent: [] },
    ...(last === undefined || first < spool.next ? {} : { last }),
    // The checkpoint came after them.
    ...(first < spool.next ? { checkpoint: Math.min(spool.checkpoint, first) } : {}),
    fault: { ...fault, since: spool.fault?.since ?? at },
  };
}

const spoolFolder = (folder: string): string => path.join(folder, 'spool');

export const spoolFile = (folder: string, to: string): string =>
  path.join(
    spoolFolder(folder),
    `${createHash('sha256').update(to).digest('hex').slice(0, 16)}.json`,
  );

/** How far a destination has this log; nothing of it where nothing is known. */
export function spoolOf(folder: string, to: string, chain: string): Spool {
  const found = read(spoolFile(folder, to));
  const isSame = found?.chain === chain && found.to === to;
  return isSame ? found : { to, chain, next: 0, recent: [], checkpoint: 0 };
}

/** The same where it still speaks of the lines of this log; else it begins again: they were cut, or are other ones. */
export function agreeing(folder: string, spool: Spool, first: number): Spool {
  const { next, last, ...rest } = spool;
  if (next <= first || isLine(folder, next - 1, last)) return spool;
  return { ...rest, next: first, recent: [], checkpoint: 0 };
}

/** Whether the log has this line; any one where no fingerprint is said. */
export function isLine(folder: string, sequence: number, fingerprint?: string): boolean {
  const [line] = linesFrom(folder, sequence);
  if (!line) return false;
  return fingerprint === undefined || readLine(line)?.fingerprint === fingerprint;
}

/** On the disk before this returns. */
export function keepSpool(folder: string, spool: Spool): void {
  makeOwnFolder(spoolFolder(folder));
  replaceWhole(spoolFile(folder, spool.to), JSON.stringify(spool));
}

/** Every destination that this log was brought to. */
export function spoolsIn(folder: string): readonly Spool[] {
  try {
    return readdirSync(spoolFolder(folder))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => read(path.join(spoolFolder(folder), name)) ?? []);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The first line of this log that the destination of a policy may not have. */
export function unshippedFrom(folder: string, to: string): number {
  const [segment] = segmentsIn(folder);
  const [line] = segment ? linesFrom(folder, segment.first) : [];
  const chain = line && readLine(line)?.chain;
  if (!segment || chain === undefined) return 0;
  return agreeing(folder, spoolOf(folder, destinationOf(to)?.to ?? to, chain), segment.first).next;
}

function read(file: string): Spool | undefined {
  try {
    const { to, chain, next, recent, checkpoint, ...more } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Partial<Spool>;
    const isWhole = typeof to === 'string' && typeof chain === 'string' && Array.isArray(recent);
    if (!isWhole || !isCount(next) || !isCount(checkpoint)) return undefined;
    if (!recent.every((one: Partial<Batch>) => isCount(one.first) && isCount(one.at)))
      return undefined;
    if (more.last !== undefined && typeof more.last !== 'string') return undefined;
    return { to, chain, next, recent, checkpoint, ...more };
  } catch {
    // It is sent once more: twice is no gap.
    return undefined;
  }
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
