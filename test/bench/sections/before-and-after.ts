import { execFileSync } from 'node:child_process';
import path from 'node:path';
import os from 'node:os';
import { build } from 'esbuild';
import { command } from '../command.ts';
import { benchDeck } from '../deck.ts';
import { privateEnv } from '../house.ts';
import { CLEAN_EXIT } from '../ours.ts';
import { median, ms, ratio } from '../report/numbers.ts';
import type { Section, Target } from '../report/section.ts';
import { folder, owe } from '../tidy.ts';
import { rmSync } from 'node:fs';

/** A built checkout of an earlier commit; without one nothing is compared. */
export const BASE = process.env['CLEAN_EXIT_BENCH_BASE'];

const SETS = 3;
const ROUNDS = 7;

type Case = () => Promise<number>;

/** Three sets of interleaved rounds, each case beside the first, so that noise meets all alike. */
export async function beforeAndAfter(): Promise<Section> {
  if (BASE === undefined) throw new Error('name a built checkout: CLEAN_EXIT_BENCH_BASE=FOLDER');
  const { path: home, end } = folder('base');
  const env = privateEnv(home);
  const timed = (line: readonly string[]) => async (): Promise<number> => {
    const { began, ended } = await command(line, env);
    return ended - began;
  };
  const empty = timed([process.execPath, '-e', '0']);
  const theirs = [process.execPath, path.join(BASE, 'bin/clean-exit.cjs')];
  const status = await sets([
    empty,
    timed([...theirs, 'status']),
    timed([...CLEAN_EXIT, 'status']),
  ]);
  const plugin = await sets([empty, empty, registered(env)]);
  const benches = [await benchOf(BASE), path.join(import.meta.dirname, 'main.mjs')];
  const look = await sets(asked(benches, '3', /^ *simulated +300 +\S+ +([\d.]+)/m), 1);
  await end();
  return {
    title: '15. Before and after the engine',
    how: `Three sets one after the other, each of ${ROUNDS} interleaved rounds (of looks: of one run of section 3, which has rounds of its own); a ratio is that of the medians of one set. "Before" is ${commitOf(BASE)}. Load at its end: ${load()}.`,
    head: ['what', 'before ms', 'after ms', 'after / before', 'after / empty Node'],
    rows: [
      row('start of `status`, to its end', status),
      ['plugin, start to registered', '', all(plugin, 2), '', ratios(plugin, 2, 0)],
      row('a look at 300 processes', look, false),
    ],
    targets: [
      target('`status` ≤ 1.6 × an empty Node', status, 0, 1.6),
      target('plugin registered ≤ 1.4 × an empty Node', plugin, 0, 1.4),
      target('`status` ≤ 1.05 × before', status, 1, 1.05),
      target('a look ≤ 1.05 × before', look, 1, 1.05),
    ],
  };
}

/** The same of the preview, which takes minutes. */
export async function previewBeforeAndAfter(): Promise<Section> {
  const benches = [await benchOf(BASE ?? ''), path.join(import.meta.dirname, 'main.mjs')];
  const number = /^ *ours, in a process that runs +\d+ +([\d.]+)/m;
  const preview = await sets(asked(benches, '6', number), 1);
  return {
    title: '16. A preview of 100,000 files before and after the engine',
    how: `Three runs of section 6 by each, in turn; before is ${commitOf(BASE ?? '')}. Load: ${load()}.`,
    head: ['what', 'before ms', 'after ms', 'after / before', ''],
    rows: [row('preview of 100,000 files', preview, false)],
    targets: [target('a preview ≤ 1.05 × before', preview, 1, 1.05)],
  };
}

/** The commit of a checkout. */
const commitOf = (checkout: string): string =>
  execFileSync('/usr/bin/git', ['-C', checkout, 'rev-parse', '--short', 'HEAD'], {
    encoding: 'utf8',
  }).trim();

const load = (): string =>
  `${os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')} on ${os.cpus().length} cores`;

/** The medians of each set: an empty Node or nothing, before, after. */
type Sets = readonly (readonly number[])[];

async function sets(cases: readonly Case[], rounds = ROUNDS): Promise<Sets> {
  const found: number[][] = [];
  for (let set = 0; set < SETS; set++) {
    const times = cases.map((): number[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [at, one] of cases.entries()) times[at]?.push(await one());
    found.push(times.map(median));
  }
  return found;
}

const registered = (env: Readonly<Record<string, string>>) => async (): Promise<number> => {
  const deck = await benchDeck(env);
  await deck.end();
  return deck.startMs;
};

/** One number of one section, as the bench of a checkout says it. */
const asked = (benches: readonly string[], section: string, number: RegExp): readonly Case[] => [
  () => Promise.resolve(NaN),
  ...benches.map((main) => async (): Promise<number> => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: os.homedir() };
    const { out, code } = await command([process.execPath, main, section], env);
    const found = number.exec(out)?.[1];
    if (found === undefined) throw new Error(`section ${section} of ${main} (${code}): ${out}`);
    return Number(found);
  }),
];

/** The bench of another checkout, bundled as `npm run bench` bundles it. */
async function benchOf(top: string): Promise<string> {
  const outdir = path.join(top, `dist/bench-${process.pid}`);
  owe(() => rmSync(outdir, { recursive: true, force: true }));
  const names = ['main', 'observer/worker', 'observer/gone', 'lister', 'bare'];
  await build({
    ...{ absWorkingDir: top, bundle: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ splitting: true, packages: 'external', external: ['koffi'], logLevel: 'warning' },
    ...{ outdir, outbase: 'test/bench', outExtension: { '.js': '.mjs' } },
    entryPoints: names.map((name) => `test/bench/${name}.ts`),
  });
  return path.join(outdir, 'main.mjs');
}

const all = (found: Sets, at: number): string => found.map((set) => ms(set[at] ?? NaN)).join(', ');
const ratioOf = (set: readonly number[], at: number, to: number): number =>
  (set[at] ?? NaN) / (set[to] ?? NaN);
const ratios = (found: Sets, at: number, to: number): string =>
  found.map((set) => ratio(ratioOf(set, at, to))).join(', ');

const row = (what: string, found: Sets, hasEmpty = true): readonly string[] => [
  ...[what, all(found, 1), all(found, 2), ratios(found, 2, 1)],
  hasEmpty ? ratios(found, 2, 0) : '',
];

function target(what: string, found: Sets, to: number, most: number): Target {
  const middle = median(found.map((set) => ratioOf(set, 2, to)));
  return { what, measured: `${ratio(middle)} × (the middle of three sets)`, met: middle <= most };
}
