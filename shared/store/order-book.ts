import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Places } from '../core/paths.ts';
import { createWhole } from '../machine/files/create-whole.ts';
import { makeOwnFolder } from '../machine/files/own-folder.ts';
import { readRegular } from '../machine/files/read-regular.ts';
import { inState } from '../machine/files/state-fault.ts';
import { allReceipts } from './all-receipts.ts';

/** What an order was, once it ran. */
export interface UsedOrder {
  readonly digest: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Which orders ran on this computer, for this account. Throws StateFault where it cannot be read or written. */
export interface OrderBook {
  isUsed(nonce: string): boolean;
  /** Writes down that an order runs, before it does; false where it did: of several at once one alone gets true. */
  use(nonce: string, order: UsedOrder): boolean;
  /** The latest moment that is written down here, of orders and of receipts, in ms since 1970; 0 where none is. */
  latest(): number;
}

/** One file an order, 0600, in the state folder alone: what lies in memory would be forgotten at the next start. */
export function orderBook(places: Places): OrderBook {
  const folder = path.join(places.ourState, 'orders');
  const fileOf = (nonce: string): string => path.join(folder, `${nonce}.json`);
  const latestFile = path.join(folder, 'latest');
  return {
    isUsed: (nonce) =>
      inState(folder, () => lstatSync(fileOf(nonce), { throwIfNoEntry: false }) !== undefined),
    use: (nonce, order) =>
      inState(folder, () => {
        makeOwnFolder(folder);
        const isFirst = createWhole(fileOf(nonce), `${JSON.stringify(order)}\n`);
        if (!isFirst) return false;
        // A power cut must not forget it.
        sync(fileOf(nonce));
        sync(folder);
        keepLatest(latestFile, order.at);
        return true;
      }),
    latest: () => Math.max(momentIn(latestFile), ...receiptMoments(places)),
  };
}

function sync(place: string): void {
  // Windows opens no folder.
  if (process.geteuid === undefined) return;
  const fd = openSync(place, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function keepLatest(file: string, at: string): void {
  if (Date.parse(at) <= momentIn(file)) return;
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, at, { mode: 0o600 });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function momentIn(file: string): number {
  try {
    return Date.parse(readRegular(file, 'refuse').text) || 0;
  } catch {
    return 0; // No order ran yet.
  }
}

function receiptMoments(places: Places): readonly number[] {
  try {
    const last = allReceipts(places).receipts.at(-1);
    return last ? [Date.parse(last.at) || 0] : [];
  } catch {
    return []; // Receipts that cannot be read say nothing about the time.
  }
}
