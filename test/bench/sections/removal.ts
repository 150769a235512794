import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { wechat } from '../../../shared/clients/wechat.ts';
import { command } from '../command.ts';
import { calmDisk, usualDisk, type Disk } from '../disk.ts';
import { privateEnv, privateMachine } from '../house.ts';
import { median, ms, now, ratio } from '../report/numbers.ts';
import type { Section, Target } from '../report/section.ts';
import { owe } from '../tidy.ts';
import { cacheOf, layOut, USUAL } from '../tree.ts';

const TARGET = 0.8;
const SIGHT_MS = 10;
const WORKER = path.resolve('dist/worker.cjs');

/** ms until everything is gone, and until it is out of sight. */
interface Took {
  readonly all: number;
  readonly sight: number;
}

/** Removing for good beside other ways, on a calm disk and on the usual one. */
export async function removalBesideRm(): Promise<Section> {
  const calm = calmDisk();
  const disks: readonly (readonly [Disk, number])[] = [
    ...(calm ? [[calm, 3] as const] : []),
    [usualDisk(), calm ? 1 : 3],
  ];
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [disk, runs] of disks) {
    const times = await onDisk(disk.path, runs);
    const of = (name: string): number => median((times.get(name) ?? []).map((one) => one.all));
    for (const [name, all] of times)
      rows.push([
        ...[disk.what, name, String(all.length), ms(of(name)), ratio(of(name) / of('rm -rf'))],
        ms(median(all.map((one) => one.sight))),
      ]);
    const [share, sight] = [
      of(OURS) / of('rm -rf'),
      median((times.get(OURS) ?? []).map((one) => one.sight)),
    ];
    targets.push({
      what: `≤ ${TARGET} × rm -rf on ${disk.what}`,
      ...{ measured: `${ratio(share)} ×`, met: share <= TARGET },
    });
    targets.push({
      what: `out of sight ≤ ${SIGHT_MS} ms on ${disk.what}`,
      ...{ measured: `${ms(sight)} ms`, met: sight <= SIGHT_MS },
    });
    await disk.end();
  }
  return {
    title: '7. Removing for good beside `rm -rf`',
    how: `${USUAL.files.toLocaleString('en')} files in ${USUAL.folders.toLocaleString('en')} folders, ${USUAL.bytes / 1e9} GB, laid out anew for each run, alternating. Ours from the call after the preview, with its look at processes and open files, and every file looked at and judged once more; "bare workers" is two threads that unlink and look at nothing: what this disk allows.`,
    head: ['disk', 'what', 'runs', 'median ms', '× rm -rf', 'out of sight ms'],
    rows,
    targets,
  };
}

const OURS = 'ours, with workers';

async function onDisk(home: string, runs: number): Promise<ReadonlyMap<string, readonly Took[]>> {
  const cases: Readonly<Record<string, () => Promise<Took>>> = {
    'rm -rf': () => byCommand(home, ['/bin/rm', '-rf', cacheOf(home)]),
    'bare workers': () => byCommand(home, bare(home)),
    [OURS]: () => ours(home, WORKER),
    'ours, alone': () => ours(home),
  };
  const times = new Map(Object.keys(cases).map((name) => [name, [] as Took[]]));
  for (let run = 0; run < runs; run++)
    for (const [name, deed] of Object.entries(cases)) {
      layOut(home, USUAL);
      execFileSync('/bin/sync');
      times.get(name)?.push(await deed());
      if (existsSync(cacheOf(home)) && name !== 'rm -rf')
        rmSync(cacheOf(home), { recursive: true });
    }
  return times;
}

const bare = (home: string): readonly string[] => [
  process.execPath,
  path.join(import.meta.dirname, 'bare.mjs'),
  cacheOf(home),
];

async function byCommand(home: string, words: readonly string[]): Promise<Took> {
  const { began, ended, code } = await command(words, privateEnv(home));
  if (code !== 0) throw new Error(`${words.join(' ')} failed`);
  return { all: ended - began, sight: ended - began };
}

async function ours(home: string, worker?: string): Promise<Took> {
  const machine = privateMachine(home, worker === undefined ? {} : { worker });
  const listed = await machine.files.list(wechat, { tiers: ['cache'] });
  if (!listed.known) throw new Error(listed.why.code);
  const eye = new Worker(path.join(import.meta.dirname, 'observer/gone.mjs'));
  const close = owe(() => eye.terminate());
  // The folder itself is made again at once: what was in it tells.
  eye.postMessage(path.join(cacheOf(home), '00'));
  await once(eye, 'message');
  const seen = once(eye, 'message');
  const began = now();
  const removal = await listed.value.remove({ permanently: true, mayTouch: async () => undefined });
  const all = now() - began;
  const [gone] = (await seen) as [number];
  await close();
  if (removal.files !== USUAL.files || removal.refusals.length > 0) throw new Error('not all went');
  return { all, sight: gone - began };
}
