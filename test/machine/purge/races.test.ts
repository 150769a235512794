import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { put, questionAt, removeAt } from '../files/tree.ts';
import { folder, tidy } from '../linux/actors.ts';
import { census, leavesIn, type Census } from './census.ts';
import { LONG, reporter, RUNS } from './long.ts';

tidy();

const RACER = path.resolve('test/machine/purge/programs/racer.mjs');
const WORKER = path.resolve('dist/worker.cjs');
/** The even ones hold a record, so that their files go one by one and in sight. */
const FOLDERS = Array.from({ length: 6 }, (_, n) => `u/cache/${n}`);
const RECORDS = FOLDERS.filter((_, n) => n % 2 === 0).map((one) => `${one}/mine.db`);
const NAMES = [
  ...FOLDERS.flatMap((one) => Array.from({ length: 40 }, (_, n) => `${one}/${n}`)),
  ...RECORDS,
  'u/db_storage/message.db',
];

/** The same names, so that a link in the place of a folder leads to something that looks right. */
function stage(): { readonly top: string; readonly outside: string; readonly data: string } {
  const made = folder();
  const [top, outside, data] = ['chat', 'outside', 'data'].map((one) => path.join(made, one));
  if (!top || !outside || !data) throw new Error('no stage');
  put(top, ...NAMES);
  put(outside, ...NAMES);
  for (const [root, whose] of [
    [top, 'chat'],
    [outside, 'precious'],
  ] as const)
    for (const name of NAMES) writeFileSync(path.join(root, name), `${whose} ${name}`);
  return { top, outside, data };
}

async function race(
  seed: number,
  at: ReturnType<typeof stage>,
  purge: (between: () => void) => Promise<unknown>,
) {
  const stop = new Int32Array(new SharedArrayBuffer(8));
  const folders = [...FOLDERS, ...FOLDERS, 'u/cache', 'u'];
  const racer = new Worker(RACER, {
    workerData: { ...at, seed, folders, buffer: stop.buffer },
  });
  const left = once(racer, 'exit');
  await once(racer, 'message');
  const made = once(racer, 'message');
  try {
    await purge(() => Atomics.store(stop, 1, 1));
  } finally {
    Atomics.store(stop, 0, 1);
  }
  const [names] = (await made) as [readonly string[]];
  await left;
  return names;
}

const hold = (text: string): string => createHash('sha256').update(text).digest('hex');

const { report, seed = 1 } = reporter('races');

it(
  'a purge in a race loses nothing that was not listed, and touches nothing behind a link',
  async () => {
    let [went, made] = [0, 0];
    for (let round = 0; round < RUNS.races; round++) {
      const at = stage();
      const precious = census(at.outside);
      const permanently = round % 3 !== 2;
      const workers = round % 3 === 1 ? { worker: WORKER, worthWorkers: 0 } : {};
      const question = questionAt(at.top, ['{root}/*/cache/**']);
      const names = await race(seed + round, at, async (between) => {
        const removal = await removeAt(question, at.data, { permanently, between, ...workers });
        went += removal.files;
      });
      expectSame(precious, census(at.outside));
      const there = new Set(leavesIn(census(path.dirname(at.top))).map(([, { holds }]) => holds));
      for (const name of names) expect(there.has(hold(name)), name).toBe(true);
      for (const name of [...RECORDS, 'u/db_storage/message.db'])
        expect(there.has(hold(`chat ${name}`)), name).toBe(true);
      made += names.length;
      rmSync(path.dirname(at.top), { recursive: true });
    }
    expect(went).toBeGreaterThan(0);
    expect(made).toBeGreaterThan(0);
    report(RUNS.races, `${went} files went, ${made} were made meanwhile`);
  },
  LONG ? 3_600_000 : 60_000,
);

function expectSame(before: Census, after: Census): void {
  const plain = (all: Census) =>
    new Map([...all].map(([file, { kind, holds }]) => [file, `${kind} ${holds}`]));
  expect(plain(after)).toEqual(plain(before));
}
