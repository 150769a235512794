import { parentPort, workerData } from 'node:worker_threads';
import { SharedLease } from './shared-lease.ts';
import { Eraser, type EraseTask } from './eraser.ts';
import type { ScanRules } from './scan-request.ts';
import { WALKS, type Walk } from './walks.ts';

interface Handed {
  readonly shares: readonly EraseTask[];
  readonly terms: ScanRules;
  readonly buffer: SharedArrayBuffer;
}

/** One of several workers that erase the same list: each takes the next share until none is left. */
function work({ shares, terms, buffer }: Handed): void {
  const control = new SharedLease(buffer);
  const eraser = new Eraser(terms, () => control.isLent);
  let [files, bytes] = [0, 0];
  for (let share = shares[control.next()]; share; share = shares[control.next()]) {
    if (!control.waitForLease()) break;
    const doing = eraser.erase(share);
    while (!doing.next().done) if (!control.waitForLease()) doing.return();
    control.went(eraser.files - files, eraser.bytes - bytes);
    [files, bytes] = [eraser.files, eraser.bytes];
  }
  parentPort?.postMessage(eraser.result);
}

/** One walk through a client's folders, which the system may hold. */
async function goThrough({ walk, given }: Walk): Promise<void> {
  const go = WALKS[walk] as (...given: readonly unknown[]) => unknown;
  parentPort?.postMessage(await go(...given));
}

const handed = workerData as Handed | Walk;
if ('walk' in handed) void goThrough(handed);
else work(handed);
