import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { command } from '../command.ts';
import { privateEnv } from '../house.ts';
import { median, ms, quantile } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';
import { folder } from '../tidy.ts';

const LOAD_MS = 15;
const BUNDLE_KB = 400;
const BUNDLES = 'dist/raycast';

/** How long each bundle of the Raycast extension takes to load in a Node of its own, and how large it is. */
export async function loadingOfTheLauncher(): Promise<Section> {
  const { path: home, end } = folder('loading');
  const names = readdirSync(BUNDLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const busy = new Map(names.map((name) => [name, [] as number[]]));
  await rounds({ atLeast: 20, atMost: 20, ms: 0 }, async () => {
    for (const [name, all] of times) {
      const script = path.join(import.meta.dirname, 'loading.mjs');
      const line = [process.execPath, script, path.resolve(BUNDLES, name)];
      const { out, code } = await command(line, privateEnv(home));
      if (code !== 0) throw new Error(`${name} does not load: ${out}`);
      const [took = NaN, cpu = NaN] = out.split(' ').map(Number);
      all.push(took);
      busy.get(name)?.push(cpu);
    }
  });
  await end();
  const kB = (name: string): number => statSync(path.join(BUNDLES, name)).size / 1_000;
  const slowest = Math.max(...[...times.values()].map(median));
  const largest = Math.max(...names.map(kB));
  return {
    title: '14. Loading the bundles of the Raycast extension',
    how: '`require` of each bundle in a Node of its own, in turn, with modules of Raycast and React that cost nothing. Editions of Linux are left out of the bundles.',
    head: ['bundle', 'kB', 'runs', 'least ms', 'median ms', 'p90 ms', 'CPU ms'],
    rows: [...times].map(([name, all]) => [
      ...[name, kB(name).toFixed(0), String(all.length), ms(Math.min(...all))],
      ...[ms(median(all)), ms(quantile(all, 0.9)), ms(median(busy.get(name) ?? []))],
    ]),
    notes: [
      'Least and CPU time (median) say what it costs where nobody else works: the load is named below.',
    ],
    targets: [
      {
        what: `loaded ≤ ${LOAD_MS} ms`,
        measured: `${ms(slowest)} ms`,
        met: slowest <= LOAD_MS,
      },
      {
        what: `largest bundle ≤ ${BUNDLE_KB} kB`,
        measured: `${ms(largest)} kB`,
        met: largest <= BUNDLE_KB,
      },
    ],
  };
}
