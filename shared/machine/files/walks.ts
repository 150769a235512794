import { Worker } from 'node:worker_threads';
import { listFiles } from './list.ts';
import { latestChange, unmergedJournals } from './activity.ts';
import { lookForRemoval } from './look-for-removal.ts';

/** The walks through a client's folders, by name. */
export const WALKS = { listFiles, lookForRemoval, latestChange, unmergedJournals } as const;

type Walks = typeof WALKS;
/** The same, for who can wait for them. */
export type Walking = {
  readonly [K in keyof Walks]: (
    ...given: Parameters<Walks[K]>
  ) => Promise<Awaited<ReturnType<Walks[K]>>>;
};

/** One walk for a worker. */
export interface Walk {
  readonly walk: keyof Walks;
  readonly given: readonly unknown[];
}

/** Walks in a worker that runs this file, so that a call that the system holds stops nothing else; without one here. */
export function walking(worker: string | undefined): Walking {
  const away = <K extends keyof Walks>(walk: K) =>
    ((...given: readonly unknown[]) => inWorker(worker ?? '', { walk, given })) as Walking[K];
  if (worker !== undefined)
    return {
      listFiles: away('listFiles'),
      lookForRemoval: away('lookForRemoval'),
      latestChange: away('latestChange'),
      unmergedJournals: away('unmergedJournals'),
    };
  return {
    listFiles,
    lookForRemoval,
    latestChange: (roots, read) => Promise.resolve(latestChange(roots, read)),
    unmergedJournals: (roots, read) => Promise.resolve(unmergedJournals(roots, read)),
  };
}

/** Started without the options of this program: what was preloaded into it is not for a worker. */
const inWorker = (file: string, walk: Walk): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: walk, execArgv: [] });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`worker ended with ${code}`)));
  });
