import type { StateFaultLine } from '../../core/state-fault.ts';
import { checkpointMessage, rfc5424 } from '../../audit/export/rfc5424.ts';
import { framed } from '../../audit/export/framing.ts';
import { readLine } from '../../audit/read-line.ts';
import { asError } from '../../core/as-error.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { send, type Receiver } from '../../machine/syslog/send.ts';
import { acquireLock } from '../lock.ts';
import { HEARTBEAT_MS, isOwnerAlive, thisOwner } from '../lock-owner.ts';
import path from 'node:path';
import { latestCheckpoint } from './checkpoint-files.ts';
import { linesFrom, segmentsIn } from './segments.ts';
import { copyLines } from './ship-to-folder.ts';
import { keepSpool, spoolFile, spoolOf, type Spool } from './spool.ts';

/** One connection brings so much. */
const BATCH_LINES = 500;
const BATCH_BYTES = 500_000;

/** Where a log goes. */
export type Destination =
  | { readonly to: string; readonly receiver: Receiver }
  | { readonly to: string; readonly folder: string };

/** What came of it. `shipped`: lines that are there now and were not before, as far as is known. */
export type Shipped =
  | { readonly code: 'no-log' }
  | { readonly code: 'busy'; readonly pid: number }
  | {
      readonly code: 'shipped' | 'failed';
      readonly shipped: number;
      /** Sent once more. */
      readonly again: number;
      /** Lines that are not there. */
      readonly left: number;
      /** Lines that were pruned before they came there. */
      readonly lost: number;
      readonly fault?: StateFaultLine;
    };

export interface ShipOptions {
  readonly folder: string;
  readonly destination: Destination;
  /** ms since 1970. */
  readonly now: number;
  /** From this line on, whatever it has. */
  readonly again?: number;
  readonly timeoutMs?: number;
}

/**
 * Brings the log to where it cannot be rewritten by this account. What the destination took is noted after it took it:
 * a crash in between sends a batch twice, and leaves no gap. One at a time for each destination.
 */
export async function ship(options: ShipOptions): Promise<Shipped> {
  const { folder, destination } = options;
  const [segment] = segmentsIn(folder);
  const [line] = segment ? linesFrom(folder, segment.first) : [];
  const chain = line && readLine(line)?.chain;
  if (!segment || chain === undefined) return { code: 'no-log' };
  const file = `${spoolFile(folder, destination.to)}.lock`;
  makeOwnFolder(path.dirname(file));
  const lock = acquireLock(file, thisOwner('ship'), isOwnerAlive, { heartbeatMs: HEARTBEAT_MS });
  if (!lock.granted) return { code: 'busy', pid: lock.holder.pid };
  try {
    return await allOf(options, spoolOf(folder, destination.to, chain, 0), segment.first);
  } finally {
    lock.release();
  }
}

async function allOf(options: ShipOptions, before: Spool, first: number): Promise<Shipped> {
  const { folder, now } = options;
  let spool = before;
  const start = Math.max(first, options.again ?? (spool.fault ? spool.before : spool.next));
  const lost = Math.max(0, first - spool.next);
  const again = Math.max(0, spool.next - start);
  let next = start;
  let fault: StateFaultLine | undefined;
  try {
    for (const batch of batchesOf(linesFrom(folder, start))) {
      await deliver(options, spool.chain, batch, next);
      const { fault: _, ...good } = spool;
      spool = { ...good, before: next, next: Math.max(good.next, next + batch.length), at: now };
      next += batch.length;
      keepSpool(folder, spool);
    }
    const latest = latestCheckpoint(folder);
    if (latest && latest.size > spool.checkpoint) {
      await deliverCheckpoint(options, latest.note);
      spool = { ...spool, checkpoint: latest.size };
    }
    const { fault: _, ...good } = spool;
    keepSpool(folder, { ...good, at: now });
  } catch (error) {
    fault = { code: codeOf(error), detail: asError(error).message };
    keepSpool(folder, { ...spool, fault: { ...fault, since: spool.fault?.since ?? now } });
  }
  const left = countFrom(folder, spool.next);
  const shipped = Math.max(0, spool.next - Math.max(before.next, first));
  const sums = { shipped, again, left, lost };
  return fault ? { code: 'failed', ...sums, fault } : { code: 'shipped', ...sums };
}

const countFrom = (folder: string, next: number): number => [...linesFrom(folder, next)].length;

function* batchesOf(lines: Iterable<Buffer>): Generator<readonly Buffer[]> {
  let batch: Buffer[] = [];
  let bytes = 0;
  for (const line of lines) {
    if (batch.length > 0 && (batch.length >= BATCH_LINES || bytes + line.length > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    // The bytes of a segment are read as one; a batch outlives them.
    batch.push(Buffer.from(line));
    bytes += line.length;
  }
  if (batch.length > 0) yield batch;
}

async function deliver(
  { destination, timeoutMs }: ShipOptions,
  chain: string,
  batch: readonly Buffer[],
  first: number,
): Promise<void> {
  if ('receiver' in destination)
    await send(destination.receiver, framed(batch.map(rfc5424)), timeoutMs);
  else copyLines(destination.folder, chain, batch, first);
}

async function deliverCheckpoint(
  { destination, now, timeoutMs }: ShipOptions,
  note: string,
): Promise<void> {
  if (!('receiver' in destination)) return;
  await send(destination.receiver, framed([checkpointMessage(note, now)]), timeoutMs);
}
