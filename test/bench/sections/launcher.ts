import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { nativeMachine } from '../../../shared/machine/native-machine.ts';
import { launch } from '../../raycast/host/launch.ts';
import type { Running } from '../../raycast/host/running.ts';
import { World } from '../../raycast/host/world.ts';
import { bring, BUILT } from '../../raycast/machines.ts';
import { house } from '../house.ts';
import { lastEnd, type Observer } from '../observer/observer.ts';
import { median, ms, now, quantile } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';

const PAINT_MS = 150;
const REFRESH_MS = 100;
const BUNDLE_KB = 400;
const VIEWS = ['exit-status', 'purge-cache', 'exit-log'] as const;

/** How fast the launcher's commands are there, on this computer with a practice client in the tray. */
export async function commandsOfTheLauncher(observer: Observer): Promise<Section> {
  const paints = new Map<string, number[]>(VIEWS.map((name) => [name, []]));
  const [refresh, gone]: readonly [number[], number[]] = [[], []];
  const client = await house({ temper: 'polite' });
  const machine = nativeMachine(client.env);
  bring(machine);
  const start = (command: string, world = new World()): Running =>
    launch({ folder: BUILT, command, world });
  await rounds({ atLeast: 15, atMost: 31, ms: 20_000 }, async () => {
    for (const name of VIEWS) {
      const began = now();
      const view = start(name);
      paints.get(name)?.push(now() - began);
      view.stop();
    }
    const began = now();
    const menu = start('menu-bar');
    await menu.until('it has looked', () => bar(menu)['isLoading'] === false);
    refresh.push(now() - began);
    menu.stop();
  });
  await client.end();
  await rounds({ atLeast: 7, atMost: 15, ms: 40_000 }, async () => {
    gone.push(await oneExit(observer));
  });
  const sizes = bundles();
  const largest = Math.max(...sizes);
  const row = (what: string, all: readonly number[]): readonly string[] => [
    ...[what, String(all.length), ms(median(all))],
    ...[ms(quantile(all, 0.9)), ms(Math.max(...all))],
  ];
  const slowest = Math.max(...[...paints.values()].map(median));
  return {
    title: '10. The commands of the Raycast extension',
    how: 'The built commands in the test host, loaded anew each time: from the launch to the first paint; of the menu bar to the end of its look. The end of the last process is seen by a thread of its own.',
    head: ['what', 'runs', 'median ms', 'p90 ms', 'worst ms'],
    rows: [
      ...[...paints].map(([name, all]) => row(`${name}: loaded and painted`, all)),
      row('menu bar: loaded, looked, painted', refresh),
      row('last process gone to the HUD', gone),
    ],
    notes: [
      `Bundles: ${(Math.min(...sizes) / 1_000).toFixed(0)} to ${(largest / 1_000).toFixed(0)} kB.`,
      'Raycast itself was not here: its own start and drawing are not in these figures.',
    ],
    targets: [
      target('loaded and painted', slowest, PAINT_MS, 'ms'),
      target('menu-bar refresh', median(refresh), REFRESH_MS, 'ms'),
      target('largest bundle', largest / 1_000, BUNDLE_KB, 'kB'),
    ],
  };
}

const target = (what: string, value: number, most: number, unit: string) => ({
  what: `${what} ≤ ${most} ${unit}`,
  measured: `${ms(value)} ${unit}`,
  met: value <= most,
});

const bar = (menu: Running): Readonly<Record<string, unknown>> =>
  menu.all('MenuBarExtra')[0]?.props ?? {};

/** From the end of the last process to the word "gone", of a client of its own. */
async function oneExit(observer: Observer): Promise<number> {
  const client = await house({ temper: 'polite' });
  const machine = nativeMachine(client.env);
  bring(machine);
  const watch = await observer.watch(client.pids);
  const world = new World();
  const said = new Promise<number>((resolve) => {
    world.listen(() => {
      if (world.said.some((one) => 'hud' in one)) resolve(now());
    });
  });
  const one = launch({
    ...{ folder: BUILT, command: 'safe-exit', world },
    arguments: { client: 'practice' },
  });
  const late = (await said) - lastEnd(client.pids, await watch.ends);
  await one.ended;
  await client.end();
  return late;
}

const bundles = (): readonly number[] =>
  readdirSync('dist/raycast')
    .filter((name) => name.endsWith('.js'))
    .map((name) => statSync(path.join('dist/raycast', name)).size);
