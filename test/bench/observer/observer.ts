import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { owe } from '../tidy.ts';
import type { Ends, Order } from './worker.ts';

/** One watch over the processes of a client. */
export interface Watch {
  /** Resolves once all have ended, or after `stop`. */
  readonly ends: Promise<Ends>;
  readonly stop: () => void;
}

/** An eye of its own: the thread that tells when a process really ended. */
export class Observer {
  readonly #worker: Worker;
  readonly end: () => Promise<void>;

  constructor() {
    this.#worker = new Worker(new URL('./observer/worker.mjs', import.meta.url), {
      trackUnmanagedFds: false,
    });
    this.end = owe(() => this.#worker.terminate());
  }

  /** Watches from the moment that this resolves. One watch at a time. */
  async watch(pids: readonly number[]): Promise<Watch> {
    const stop = new SharedArrayBuffer(4);
    this.#worker.postMessage({ pids, stop } satisfies Order);
    await once(this.#worker, 'message');
    const ends = once(this.#worker, 'message').then(([said]) => said as Ends);
    return { ends, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
  }
}

/** When the last of them ended; NaN while one is still there. */
export const lastEnd = (pids: readonly number[], ends: Ends): number =>
  ends.length < pids.length ? NaN : Math.max(...ends.map(([, at]) => at));
