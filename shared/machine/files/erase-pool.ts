import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Refusal } from '../../core/model.ts';
import { BYTES_UNIT, SharedLease } from './shared-lease.ts';
import { Eraser, type Erased, type EraseTask } from './eraser.ts';
import { codeOf } from './errno.ts';
import { CHECK_MS, type RemovalLease } from './removal-lease.ts';
import type { ScanRules } from './scan-request.ts';

/** Fewer files than this are gone before a worker has started. */
const WORTH_WORKERS = 3_000;

export interface Work {
  readonly shares: readonly EraseTask[];
  readonly terms: ScanRules;
  readonly lease: RemovalLease;
  /** The file that a worker runs; without one we do it alone. */
  readonly worker: string | undefined;
  /** Fewer files than this we do alone. */
  readonly worthWorkers?: number | undefined;
  readonly onProgress: (files: number, bytes: number) => void;
}

/** Erases all shares, by several workers where that is faster; as long as the permit holds. */
export function eraseAll(work: Work): Promise<readonly Erased[]> {
  const files = work.shares.reduce((sum, { slice }) => sum + slice.files, 0);
  return work.worker === undefined || files < (work.worthWorkers ?? WORTH_WORKERS)
    ? alone(work)
    : together(work, work.worker);
}

async function alone({ shares, terms, lease, onProgress }: Work): Promise<readonly Erased[]> {
  const eraser = new Eraser(terms, () => lease.isFresh);
  for (const share of shares) {
    if (!(await lease.holds())) break;
    const doing = eraser.erase(share);
    while (!doing.next().done) {
      onProgress(eraser.files, eraser.bytes);
      if (!(await lease.holds())) doing.return();
    }
  }
  onProgress(eraser.files, eraser.bytes);
  return [eraser.result];
}

async function together(work: Work, file: string): Promise<readonly Erased[]> {
  const { shares, terms, lease, onProgress } = work;
  // Loading this takes milliseconds, and most starts erase nothing.
  const { Worker } = await import('node:worker_threads');
  const control = new SharedLease();
  if (!(await lease.holds())) return [];
  control.lend(CHECK_MS);
  const count = Math.min(4, Math.max(2, availableParallelism()));
  const workers = Array.from({ length: count }, () =>
    resultOf(
      new Worker(file, { workerData: { shares, terms, buffer: control.buffer }, execArgv: [] }),
    ),
  );
  let busy = true;
  const all = Promise.all(workers).finally(() => (busy = false));
  while (busy) {
    await Promise.race([all, setTimeout(CHECK_MS / 4)]);
    onProgress(control.files, control.pages * BYTES_UNIT);
    // A lease runs out by itself, so a worker never goes on for longer than a look holds.
    if (await lease.holds()) control.lend(CHECK_MS);
    else control.stop();
  }
  return all;
}

/** A worker that breaks leaves its shares as they are; the rest is put back. */
const resultOf = (worker: Worker): Promise<Erased> =>
  new Promise((resolve) => {
    const broken = (error: unknown): void => resolve({ ...NONE, refusals: [brokenBy(error)] });
    worker.once('message', resolve).once('error', broken);
    worker.once('exit', (code) => broken(new Error(`worker ended with ${code}`)));
  });

const NONE = { files: 0, bytes: 0, linked: [] } as const;

const brokenBy = (error: unknown): Refusal => ({
  code: 'denied',
  subject: 'worker',
  detail: codeOf(error),
});
