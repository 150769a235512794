import type { Client } from '../../core/client.ts';
import { failure, map, unknown, type Known } from '../../core/known.ts';
import { tellingClasses } from '../../core/recognition/window-class-doubts.ts';
import { mayMatter } from '../../core/recognition/may-matter.ts';
import type { Delivery, Process, TrayIcon } from '../../core/model.ts';
import { resetPort } from '../files/resets/port.ts';
import { restorePort } from '../files/restores.ts';
import { filePort } from '../files/file-port.ts';
import type { HostEnvironment } from '../environment.ts';
import type { Machine } from '../machine.ts';
import { memoize } from '../memoize.ts';
import { run as runProgram, type Run } from '../run.ts';
import { windowsDisk } from './disk.ts';
import { isLink, windowsDistrust } from './distrust.ts';
import { loadApi, type Api } from './native/api.ts';
import { end } from './native/end.ts';
import { examine } from './native/examine.ts';
import { memoryOf } from './native/memory.ts';
import { ourselves } from './native/owner.ts';
import { listProcesses } from './native/processes.ts';
import { askToLeave } from './native/quit.ts';
import { lookAtTray } from './native/tray.ts';
import { securityOf } from './native/security.ts';
import { untilGone } from './native/wait.ts';
import { closeWindow, lookAtWindows, whoShows } from './native/windows.ts';
import { installedFolders, type Installed } from './installs.ts';
import { readRegistry } from './native/registry.ts';
import { proofsBy } from '../proofs/proofs-by.ts';
import { windowsPlaces } from './places.ts';
import { realFolders } from './real-folders.ts';
import { pressMenu } from './powershell/deeds.ts';

/** What a Windows machine is told from outside. */
export interface WindowsOptions extends Pick<HostEnvironment, 'env' | 'home' | 'now'> {
  /** The file that a worker runs who helps to remove many files. */
  readonly worker?: string | undefined;
  /** Starts Windows PowerShell, for the one step that needs it: a client's own tray menu. */
  readonly run?: Run;
}

/** This Windows computer, by its own functions (koffi), which are loaded when they are first needed. */
export function windowsMachine(options: WindowsOptions): Machine {
  const { env, home, now, worker, run = runProgram } = options;
  const places = windowsPlaces(env, home);
  const compile = memoize((clients: readonly Client[]) => ({
    matters: mayMatter(clients, 'windows', places),
    classes: [...tellingClasses(clients, 'windows').keys()],
  }));

  const asNamed = realFolders(places);

  const observe: Machine['processes']['observe'] = async (clients) => {
    const native = await tried(loadApi);
    if (!native.known) return { me: '', processes: native };
    const api = native.value;
    const { matters, classes } = compile(clients);
    const installedIn = (from: Api): readonly Installed[] =>
      installedFolders(clients, (key, value) => readRegistry(from, key, value));
    const user = ourselves(api);
    // Without our own name nobody could be told from anybody else.
    const me = user.known ? user.value : '';
    const processes = user.known
      ? map(
          listProcesses(api, me, matters, installedIn(api), whoShows(api, classes), asNamed),
          (all) => all.filter(({ pid }) => pid !== process.pid),
        )
      : user;
    return { me, processes };
  };

  const observeDesktop: Machine['desktop']['observe'] = async (_, question) => {
    const { scope, sight, identified } = question;
    const native = await tried(loadApi);
    const pids = new Set(identified.processes.map(({ pid }) => pid));
    const { processes } = sight;
    const part = <T>(isWanted: boolean, look: (api: Api) => Known<T>): Known<T> =>
      !isWanted ? unknown('not-looked') : native.known ? look(native.value) : native;
    return {
      trayIcons: part(scope.trayIcons, (api) => seeTray(api, processes.known ? pids : undefined)),
      windows: part(scope.windows, (api) =>
        processes.known ? lookAtWindows(api, pids) : processes,
      ),
    };
  };

  const deliver = async (deed: (api: Api) => Delivery | Promise<Delivery>): Promise<Delivery> => {
    const native = await tried(loadApi);
    return native.known ? deed(native.value) : { state: 'failed', reason: native.why };
  };

  return {
    platform: 'windows',
    places,
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    quit: {
      ask: async (way) => {
        switch (way.by) {
          case 'signal':
            return deliver((api) => askToLeave(api, way.process));
          case 'window':
            return deliver((api) => closeWindow(api, way.window));
          case 'tray-menu':
            return way.menu
              ? pressMenu({ run, env }, { ...way.menu, labels: way.labels })
              : NO_ROOT;
        }
      },
    },
    desktop: {
      observe: observeDesktop,
      close: (window) => deliver((api) => closeWindow(api, window)),
    },
    processes: {
      observe,
      end: (process: Process) => deliver((api) => end(api, process)),
      untilGone: async (processes, ms) => {
        const native = await tried(loadApi);
        return native.known ? untilGone(native.value, processes, ms) : processes;
      },
      memory: async (processes) => {
        const native = await tried(loadApi);
        return native.known ? memoryOf(native.value, processes) : native;
      },
    },
    proofs: proofsBy({
      presence: async () => (await import('./proofs/presence.ts')).presenceByHello({ run, env }),
    }),
    user: {},
    files: filePort({
      platform: 'windows',
      places,
      uid: 0,
      now,
      worker,
      disk: windowsDisk(loadApi),
      resets: resetPort,
      restores: restorePort,
    }),
    distrusts: async (file) => {
      const native = await tried(loadApi);
      if (!native.known) return { code: 'not-known', path: file };
      return windowsDistrust(file, (at) => (isLink(at) ? undefined : securityOf(native.value, at)));
    },
    examine: async () => {
      const native = await tried(loadApi);
      if (!native.known)
        return [{ id: 'processes', state: 'missing', detail: native.why.detail ?? '' }];
      const me = ourselves(native.value);
      return examine(native.value, me.known ? me.value : '', places);
    },
    leave: async () => {},
  };
}

const NO_ROOT: Delivery = {
  state: 'failed',
  reason: { code: 'unsupported', detail: 'whose menu it is cannot be told among several roots' },
};

/** What could not be loaded or called is a reason, and never nothing. */
async function tried<T>(look: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: true, value: await look() };
  } catch (error) {
    return failure(error);
  }
}

function seeTray(api: Api, pids: ReadonlySet<number> | undefined): Known<readonly TrayIcon[]> {
  try {
    return lookAtTray(api, pids);
  } catch (error) {
    return failure(error);
  }
}
