import { map, unknown, type Known } from '../../core/known.ts';
import type { Delivery, Window } from '../../core/model.ts';
import type { DesktopSight } from '../../core/sight.ts';
import type { WithResets } from '../files/resets/port.ts';
import type { WithRestores } from '../files/restores.ts';
import { filePort } from '../files/file-port.ts';
import { isInstalled } from '../installed.ts';
import type { Machine } from '../machine.ts';
import type { Scope } from '../port/desktop.ts';
import { run as runProgram, type Run } from '../run.ts';
import { accessProbe, closedTo } from './access.ts';
import { foldersOf } from './catalogue.ts';
import { macosDisk } from './disk.ts';
import { macosDistrust } from './distrust.ts';
import { examine } from './examine.ts';
import { iconsOf, lookAtDesktop, windowsOf, type Desktop } from './look.ts';
import { memoryOf } from './memory.ts';
import { macosPlaces } from './places.ts';
import { listProcesses, rowsOf } from './processes.ts';
import type { Observer } from './observer.ts';
import { proofsBy } from '../proofs/proofs-by.ts';
import { PROGRAMS, type Programs, type Starter } from './programs.ts';
import { askToQuit } from './quit.ts';
import { sight } from './sight.ts';
import { ALREADY, signal } from './signal.ts';
import { hide } from './terminate.ts';
import type { TrashFiles } from '../files/disk.ts';
import { untilGone, type OpenExits } from './wait.ts';

/** What a Mac is told from outside, so that another home or other programs can be given. */
export interface MacosOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly uid: number;
  readonly now: () => number;
  readonly run?: Run;
  readonly programs?: Programs;
  /** How the surface moves files into the Trash, where it has a way of its own. */
  readonly trash?: TrashFiles;
  /** Event-driven waiting by a native library, where one can be loaded: `kqueue.ts`. */
  readonly native?: OpenExits;
  /** Another list of the processes, where one can be had: `second-look.ts`. */
  readonly observer?: Observer;
  /** The file that a worker runs who helps to remove many files; without one it is done alone. */
  readonly worker?: string | undefined;
  /** How files are set aside, where the surface asks for it. */
  readonly resets?: WithResets;
  /** How what went into the trash comes back, where the surface asks for it. */
  readonly restores?: WithRestores;
}

/** This Mac, seen by programs that are part of macOS: ps, osascript and lsof. */
export function macosMachine(options: MacosOptions): Machine {
  const { env, home, uid, now, run = runProgram, programs = PROGRAMS, worker, resets } = options;
  const { trash, native, observer, restores } = options;
  const places = macosPlaces(env, home);
  const starter: Starter = { run, programs, home: places.home };
  const me = String(uid);
  const access = accessProbe(starter);

  const observe: Machine['processes']['observe'] = async (clients, { scope, session }) => {
    const before = session.programs ?? new Map();
    const { processes, desktop, programs: seen } = await sight(starter, clients, scope, before);
    const wantsDesktop = scope.trayIcons || scope.windows;
    return {
      ...{ me, processes, learned: { programs: seen } },
      ...(wantsDesktop ? { desktop: within(scope, desktop) } : {}),
    };
  };

  const close = async (window: Window): Promise<Delivery> => {
    const [desktop, rows] = await Promise.all([
      lookAtDesktop(starter),
      rowsOf(starter, [window.pid]),
    ]);
    if (!desktop.known) return { state: 'failed', reason: desktop.why };
    if (!rows.known) return { state: 'failed', reason: rows.why };
    const row = rows.value.get(window.pid);
    const { applications, windows } = desktop.value;
    const isThere = windows.some(({ id, pid }) => id === window.id && pid === window.pid);
    if (!row || !isThere) return ALREADY;
    return hide(starter, row, applications.find(({ pid }) => pid === window.pid)?.executable);
  };

  return {
    platform: 'macos',
    places,
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    quit: {
      ask: async (way) => {
        switch (way.by) {
          case 'signal':
            return askToQuit(starter, way.process, new Set(way.bundleIds));
          case 'window':
            return close(way.window);
          case 'tray-menu':
            return { state: 'failed', reason: { code: 'unsupported', detail: NO_MENU } };
        }
      },
    },
    desktop: {
      observe: async (_clients, { scope, sight: { desktop } }) =>
        desktop ?? within(scope, await lookAtDesktop(starter)),
      close,
    },
    processes: {
      observe,
      end: async (process) => signal(starter, process, 'SIGKILL'),
      untilGone: (processes, ms) => untilGone(starter, processes, ms, native),
      memory: (processes) => memoryOf(starter, processes),
      ...(observer ? { secondLook: () => unseenBy(starter, observer) } : {}),
    },
    user: { id: me, isAdministrator: uid === 0 },
    proofs: proofsBy({
      presence: async () => (await import('./proofs/presence.ts')).presenceByTouchId(starter),
    }),
    files: {
      asksBefore: true,
      installed: (client) => isInstalled(client, 'macos', places),
      ...filePort({
        platform: 'macos',
        places,
        uid,
        now,
        worker,
        resets,
        restores,
        disk: {
          ...macosDisk(starter, uid, trash),
          closed: (client) => closedTo(access, foldersOf(client, places)),
        },
      }),
    },
    distrusts: (file) => macosDistrust(starter, file),
    examine: () =>
      examine({
        ...{ starter, places, native, access, observer },
        hasTrash: trash !== undefined,
      }),
    leave: async () => {},
  };
}

/** What was asked for of one look through NSWorkspace. */
const within = (scope: Scope, desktop: Known<Desktop>): DesktopSight => ({
  trayIcons: scope.trayIcons ? iconsOf(desktop) : NOT_LOOKED,
  windows: scope.windows ? windowsOf(desktop) : NOT_LOOKED,
});

const NOT_LOOKED = unknown('not-looked');

/** What only the second observer sees; what we cannot see ourselves, it may tell alone. */
async function unseenBy(starter: Starter, observer: Observer): ReturnType<Observer> {
  const own = await listProcesses(starter);
  const pids = new Set((own.known ? own.value : []).map(({ pid }) => pid));
  return map(await observer(), (all) => all.filter(({ pid }) => !pids.has(pid)));
}

const NO_MENU = 'macOS lets no program press the menu of another without Accessibility';
