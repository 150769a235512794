import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, expect, vi } from 'vitest';
import type { ClientProcess, Process, TrayIcon } from '../../shared/core/model.ts';
import { listProcesses, readProcess } from '../../shared/machine/linux/processes.ts';
import { leaveBus, lookAtTray } from '../../shared/machine/linux/tray.ts';
import { startPractice } from '../../shared/practice/start.ts';
import { type StartOptions } from '../../shared/practice/start-options.ts';
import type { Practice, Running } from '../../shared/practice/state.ts';
import { stopPractice } from '../../shared/practice/stop.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import { roomyFolder } from '../roomy.ts';

export const BUNDLE = path.resolve('dist/practice.mjs');

/** A folder for one test, with the places that a practice client is given. */
export interface House {
  readonly folder: string;
  readonly temp: string;
  readonly stateFolder: string;
  readonly configFolder: string;
}

const houses: House[] = [];

export function house(): House {
  const folder = mkdtempSync(path.join(roomyFolder(200_000_000), 'clean-exit-test-'));
  const made = {
    folder,
    temp: path.join(folder, 'tmp'),
    stateFolder: path.join(folder, 'state/clean-exit'),
    configFolder: path.join(folder, 'config/clean-exit'),
  };
  mkdirSync(made.temp);
  houses.push(made);
  return made;
}

/** After each test stops what still runs and insists that nothing is left. */
export function keepHouse(): void {
  // A start takes half a second, and much more on a computer that does other things as well.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
  afterEach(async () => {
    const all = houses.splice(0);
    for (const one of all) await stopPractice(one.stateFolder, one.configFolder);
    const left = all.flatMap((one) => [...processesBelow(one.folder), ...filesIn(one)]);
    for (const one of all) rmSync(one.folder, { recursive: true, force: true });
    expect(left).toEqual([]);
  });
  afterAll(leaveBus);
}

/** Everything with an argument below this folder, whatever program it is. */
export function processesBelow(folder: string): readonly Process[] {
  const all = listProcesses(() => true);
  if (!all.known) throw new Error('the processes cannot be seen');
  return all.value.filter(
    ({ pid, args }) =>
      pid !== process.pid && args.known && args.value.some((arg) => arg.includes(`${folder}/`)),
  );
}

/** Homes, client files and states, in the order of their names. */
export const filesIn = ({ temp, stateFolder, configFolder }: House): readonly string[] =>
  [temp, stateFolder, path.join(configFolder, 'clients')].flatMap((folder) => {
    try {
      return readdirSync(folder).map((name) => path.join(folder, name));
    } catch {
      return [];
    }
  });

export const start = (
  temper: Behaviour,
  at: House = house(),
  more: Partial<StartOptions> = {},
): Promise<Practice> =>
  startPractice({ ...at, temper, bundle: BUNDLE, env: {}, lang: 'en', ...more });

export function one({ pid, startTime }: Running): ClientProcess {
  const found = readProcess(pid);
  if (found?.startTime !== startTime) throw new Error(`${pid} is not there`);
  return { ...found, role: 'root' };
}

export const isThere = ({ pid, startTime }: Running): boolean =>
  readProcess(pid)?.startTime === startTime;

export const clientOf = ({ root, helpers }: Practice): readonly ClientProcess[] =>
  [root, ...helpers].map(one);

export async function icons({ bus }: Practice): Promise<readonly TrayIcon[]> {
  const seen = await lookAtTray({ env: {}, buses: bus === null ? [] : [bus] });
  if (!seen.known) throw new Error(`no tray: ${seen.why.detail ?? seen.why.code}`);
  return seen.value;
}

export async function icon(practice: Practice): Promise<TrayIcon> {
  const [first, ...rest] = await icons(practice);
  if (!first || rest.length > 0) throw new Error('not exactly one icon');
  return first;
}
