import process from 'node:process';
import type { Client } from '../../../core/client.ts';
import { known } from '../../../core/known.ts';
import type { Delivery, QuitMethod } from '../../../core/model.ts';
import type { TrashFiles } from '../../files/disk.ts';
import { filePort } from '../../files/file-port.ts';
import type { Machine } from '../../machine.ts';
import { memoize } from '../../memoize.ts';
import { run as runProgram, type Run } from '../../run.ts';
import { installedCommandLine } from '../command-line.ts';
import { windowsPlaces } from '../places.ts';
import { closeWindow, endAll, pressMenu, undelivered } from './deeds.ts';
import { powershellDisk } from './disk.ts';
import { examine } from './examine.ts';
import { look } from './look.ts';
import { installedFolders } from '../installs.ts';
import { fullKey } from './registry.ts';
import { memoryOf } from './memory.ts';
import { processesOf } from './processes.ts';
import type { Starter } from './starter.ts';
import { proofsBy } from '../../proofs/proofs-by.ts';
import { batched } from './batch.ts';
import { untilGone } from './wait.ts';
import { wantedOf } from './wanted.ts';

/** What this machine is told from outside. */
export interface PowershellOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly now: () => number;
  readonly run?: Run;
  /** How the surface moves files into the recycle bin, where it has a way of its own. */
  readonly trash?: TrashFiles;
  /** Where the recycle bins of a file's drive are. */
  readonly bins?: (file: string) => readonly string[];
  /** The file that a worker runs who helps to remove many files; without one it is done alone. */
  readonly worker?: string | undefined;
  /** Who owns the user's files: 0 is what Node tells of every file on Windows. */
  readonly uid?: number;
}

/** This Windows computer where no native add-on can be loaded: by Windows PowerShell, one start a request. */
export function powershellMachine(options: PowershellOptions): Machine {
  const { env, home, now, run = runProgram, trash, worker, uid = 0, bins } = options;
  const places = windowsPlaces(env, home);
  const starter: Starter = { run, env };
  const compile = memoize((clients: readonly Client[]) => wantedOf(clients, places));

  const observe: Machine['processes']['observe'] = async (clients, { scope }) => {
    const wanted = compile(clients);
    const seen = await look(starter, wanted, scope);
    if (!seen.known)
      return { me: '', processes: seen, desktop: { trayIcons: seen, windows: seen } };
    const { me, icons, windows } = seen.value;
    const installed = installedFolders(clients, (key, value) => {
      const full = fullKey(key);
      const at = wanted.installs.findIndex((one) => one.key === full && one.value === value);
      return known(seen.value.installs[at]);
    });
    return {
      me,
      processes: processesOf(seen.value, process.pid, installed),
      desktop: { trayIcons: icons, windows },
    };
  };

  /** One start answers both; another one where only the desktop is asked for. */
  const observeDesktop: Machine['desktop']['observe'] = async (clients, { scope, sight }) => {
    if (sight.desktop) return sight.desktop;
    const seen = await look(starter, compile(clients), scope);
    return seen.known
      ? { trayIcons: seen.value.icons, windows: seen.value.windows }
      : { trayIcons: seen, windows: seen };
  };

  const ask = async (way: Exclude<QuitMethod, { by: 'window' }>): Promise<Delivery> =>
    way.menu
      ? pressMenu(starter, { ...way.menu, ...(way.by === 'signal' ? {} : { labels: way.labels }) })
      : undelivered('unsupported', NATIVE);

  return {
    platform: 'windows',
    places,
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    quit: { ask: (way) => (way.by === 'window' ? closeWindow(starter, way.window) : ask(way)) },
    desktop: { observe: observeDesktop, close: (window) => closeWindow(starter, window) },
    processes: {
      observe,
      end: batched((processes) => endAll(starter, processes)),
      untilGone: (processes, ms) => untilGone(starter, processes, ms),
      memory: async (processes) =>
        processes.length === 0 ? known(0) : memoryOf(starter, processes),
    },
    user: {},
    proofs: proofsBy({
      presence: async () => (await import('../proofs/presence.ts')).presenceByHello(starter),
    }),
    files: filePort({
      ...{ platform: 'windows', places, uid, now, worker },
      disk: powershellDisk(starter, { own: trash, bins }),
    }),
    commandLine: () => installedCommandLine(places, env, run),
    examine: () => examine(starter, places, trash !== undefined),
    leave: async () => {},
  };
}

/** The order of Windows to end cannot be sent by a script, so a root is asked by its own tray menu as well. */
const NATIVE = 'no tray menu of a single root to press: anything else needs the native machine';
