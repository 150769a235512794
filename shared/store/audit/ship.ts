import path from 'node:path';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { asError } from '../../core/as-error.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { acquireLock } from '../lock.ts';
import { HEARTBEAT_MS, isOwnerAlive, thisOwner } from '../lock-owner.ts';
import { readLine } from '../../audit/read-line.ts';
import { batchesOf } from './batches.ts';
import { checkpointsAfter } from './checkpoint-files.ts';
import { carrierTo } from './carrier.ts';
import type { Destination } from './destination.ts';
import { linesFrom, segmentsIn } from './segments.ts';
import { logIn } from './shipped-log.ts';
import {
  agreeing,
  failed,
  isLine,
  keepSpool,
  spoolFile,
  spoolOf,
  taken,
  type Spool,
} from './spool.ts';

/** What came of it. `shipped`: lines that are there now and were not before, as far as is known. */
export type Shipped =
  | { readonly code: 'no-log' }
  | { readonly code: 'busy'; readonly pid: number }
  | {
      readonly code: 'shipped' | 'failed' | 'would';
      readonly shipped: number;
      /** Sent once more. */
      readonly again: number;
      /** Lines that may not be there. */
      readonly left: number;
      /** Lines that were pruned before they came there. */
      readonly lost: number;
      /** The first line that may not be there. */
      readonly next: number;
      readonly fault?: StateFaultLine;
    };

export interface ShipOptions {
  readonly folder: string;
  readonly destination: Destination;
  /** ms since 1970. */
  readonly now: () => number;
  /** From this line on, whatever it has. */
  readonly again?: number;
  /** Nothing is sent or written. */
  readonly isDry?: boolean;
  readonly timeoutMs?: number;
}

/**
 * Brings the log to where it cannot be rewritten by this account. What the destination took is noted after it took it:
 * a crash in between sends a batch twice, and leaves no gap. One at a time for each destination.
 */
export async function ship(options: ShipOptions): Promise<Shipped> {
  const { folder, destination, isDry = false } = options;
  const log = logIn(folder);
  const first = segmentsIn(folder)[0]?.first;
  if (!log || first === undefined) return { code: 'no-log' };
  const spool = () => agreeing(folder, spoolOf(folder, destination.to, log.chain), first);
  if (isDry) return wouldShip(options, spool(), first);
  const file = `${spoolFile(folder, destination.to)}.lock`;
  makeOwnFolder(path.dirname(file));
  const lock = acquireLock(file, thisOwner('ship'), isOwnerAlive, { heartbeatMs: HEARTBEAT_MS });
  if (!lock.granted) return { code: 'busy', pid: lock.holder.pid };
  try {
    return await allOf(options, { spool: spool(), first });
  } finally {
    lock.release();
  }
}

async function allOf(
  options: ShipOptions,
  { spool: before, first }: { readonly spool: Spool; readonly first: number },
): Promise<Shipped> {
  const { folder, destination, again, now, timeoutMs } = options;
  let spool = before;
  let start = startOf(spool, first, again);
  let fault: StateFaultLine | undefined;
  try {
    const carrier = carrierTo(destination, logIn(folder), timeoutMs);
    const has = carrier.has();
    // A copy whose last line is none of this log any more gets all of it once more.
    const isOther = has !== undefined && !isLine(folder, has.next - 1, has.fingerprint);
    start = isOther ? first : Math.max(first, Math.min(start, has?.next ?? start));
    let next = start;
    for (const batch of batchesOf(linesFrom(folder, start))) {
      await carrier.lines(batch, next, isOther);
      const last = batch.at(-1);
      const end = last && readLine(last)?.fingerprint;
      spool = taken(spool, { first: next, next: next + batch.length, last: end }, now());
      next += batch.length;
      keepSpool(folder, spool);
    }
    for (const { size, note } of checkpointsAfter(folder, spool.checkpoint)) {
      await carrier.checkpoint(size, note, now());
      spool = { ...spool, checkpoint: size, at: now() };
      keepSpool(folder, spool);
    }
    // Nobody closes a connection after a death: whether it lives is seen by one more.
    if (next > start) await carrier.isThere();
    const { fault: _, ...good } = spool;
    if (spool.fault) keepSpool(folder, good);
  } catch (error) {
    fault = { code: codeOf(error), detail: asError(error).message };
    spool = failed(spool, fault, now());
    keepSpool(folder, spool);
  }
  return {
    ...{ code: fault ? 'failed' : 'shipped', ...sums(before, spool.next, start, first) },
    ...{ left: countFrom(folder, spool.next), ...(fault ? { fault } : {}) },
  };
}

function wouldShip({ folder, again }: ShipOptions, spool: Spool, first: number): Shipped {
  const start = startOf(spool, first, again);
  const { again: twice, lost, next } = sums(spool, spool.next, start, first);
  const left = countFrom(folder, spool.next);
  return { code: 'would', shipped: 0, again: twice, left, lost, next };
}

const sums = (before: Spool, next: number, start: number, first: number) => ({
  shipped: Math.max(0, next - Math.max(before.next, first)),
  again: Math.max(0, before.next - start),
  lost: Math.max(0, first - before.next),
  next,
});

/** A number behind what it has would leave a gap. */
const startOf = ({ next }: Spool, first: number, again = next): number =>
  Math.max(first, Math.min(again, next));

function countFrom(folder: string, next: number): number {
  let count = 0;
  for (const _ of linesFrom(folder, next)) count++;
  return count;
}
