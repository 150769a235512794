import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../shared/core/client.ts';
import { linuxMachine } from '../../shared/machine/linux/linux.ts';
import { listProcesses } from '../../shared/machine/linux/processes.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { userClients } from '../../shared/store/user-clients.ts';
import { DATABASE } from '../../shared/practice/files.ts';
import { homeAt } from '../../shared/practice/home.ts';
import { startPractice } from '../../shared/practice/start.ts';
import { stopPractice } from '../../shared/practice/stop.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import { folder, interrupted, owe } from './tidy.ts';

export interface Character {
  readonly temper: Behaviour;
  readonly flushMs?: number;
  readonly helpers?: number;
}

/** A private home in which a practice client runs. */
export interface House {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  readonly env: Readonly<Record<string, string>>;
  readonly root: number;
  /** The client's own processes, root first; not its stage and its bus. */
  readonly pids: readonly number[];
  /** Its processes as they are now, also those that it started meanwhile. */
  left(): number;
  /** Whether its journal was written into the database. */
  flushed(): boolean;
  readonly end: () => Promise<void>;
}

export const privateEnv = (home: string): Record<string, string> => ({
  HOME: home,
  TMPDIR: home,
  PATH: process.env['PATH'] ?? '',
  LANG: 'C.UTF-8',
});

export const privateMachine = (
  home: string,
  more: { readonly proc?: string; readonly worker?: string } = {},
): Machine =>
  linuxMachine({
    env: privateEnv(home),
    home,
    uid: process.getuid?.() ?? -1,
    now: Date.now,
    ...more,
  });

export async function house(character: Character): Promise<House> {
  const { path: home, end: removeHome } = folder('home');
  const machine = privateMachine(home);
  const { ourConfig, ourState } = machine.places;
  let started: Promise<unknown> = Promise.resolve();
  const end = owe(async () => {
    // Interrupted while it starts: it undoes itself first.
    await started.catch(() => undefined);
    await machine.leave();
    await stopPractice(ourState, ourConfig);
    await removeHome();
  });
  const env = privateEnv(home);
  const starting = startPractice({
    ...character,
    signal: interrupted,
    bundle: path.resolve('dist/practice.mjs'),
    configFolder: ourConfig,
    stateFolder: ourState,
    temp: home,
    env,
    lang: 'en',
  });
  started = starting;
  const practice = await starting;
  const { rootScript, helperScript, data } = homeAt(practice.home);
  const { clients } = await userClients(machine.places, new Set());
  return {
    machine,
    clients,
    env,
    root: practice.root.pid,
    pids: [practice.root.pid, ...practice.helpers.map((one) => one.pid)],
    left: () => countByScript([rootScript, helperScript]),
    flushed: () => !existsSync(path.join(data, `${DATABASE}-wal`)),
    end,
  };
}

function countByScript(scripts: readonly string[]): number {
  const all = listProcesses((exe) => path.basename(exe).startsWith('node'));
  if (!all.known) throw new Error('the processes cannot be seen');
  return all.value.filter(
    ({ args }) => args.known && args.value.some((arg) => scripts.includes(arg)),
  ).length;
}
