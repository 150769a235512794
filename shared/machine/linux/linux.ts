import { NO_SESSION, type DesktopSession } from '../../core/desktop-session.ts';
import { map } from '../../core/known.ts';
import type { Delivery, Window } from '../../core/model.ts';
import type { Machine } from '../machine.ts';
import { compiling } from './compiled.ts';
import { descendantsOf } from './descendants.ts';
import { linuxFiles } from './files.ts';
import { Links } from './links.ts';
import { memoryOf } from './memory.ts';
import { desktopObserver } from './observe-desktop.ts';
import { processObserver } from './observe-processes.ts';
import { othersUnseen } from './others-unseen.ts';
import { linuxPlaces, type Environment } from './places.ts';
import { listProcesses } from './processes.ts';
import { proofsBy } from '../proofs/proofs-by.ts';
import { reviversOf } from './revivers.ts';
import { signalByHandle } from './signal.ts';
import type * as Tray from './tray.ts';
import { untilGone } from './wait.ts';
import type * as Windows from './windows.ts';

/** What a Linux machine is told from outside, so that another home, bus or screen can be given. */
export interface LinuxOptions {
  readonly env: Environment;
  readonly home: string;
  readonly uid: number;
  readonly now: () => number;
  readonly proc?: string;
  /** The file that a worker runs who helps to remove many files; without one it is done alone. */
  readonly worker?: string | undefined;
}

/** This Linux computer. Tray and windows are loaded when they are first needed. */
export function linuxMachine(options: LinuxOptions): Machine {
  const { env, home, uid, now, proc = '/proc', worker } = options;
  const places = linuxPlaces(env, home);
  const me = String(uid);
  const compile = compiling(places, { env, proc });
  const toClose = new Set<() => void | Promise<void>>();
  const tray = async (): Promise<typeof Tray> => {
    const loaded = await import('./tray.ts');
    toClose.add(loaded.leaveBus);
    return loaded;
  };
  const windows = async (): Promise<typeof Windows> => {
    const loaded = await import('./windows.ts');
    toClose.add(loaded.leaveDisplay);
    return loaded;
  };
  const observeProcesses = processObserver({ env, me, proc, compile });
  const reached = (session: DesktopSession = NO_SESSION): Environment => ({
    ...env,
    ...session.environment,
  });
  const close = async (window: Window, session?: DesktopSession): Promise<Delivery> => {
    const other = session?.screens?.find((one) => one['DISPLAY'] === window.screen);
    const at = window.screen === undefined ? reached(session) : (other ?? {});
    return (await windows()).closeWindow(window, at);
  };

  return {
    platform: 'linux',
    places,
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    quit: {
      ask: async (way) => {
        switch (way.by) {
          case 'signal':
            return signalByHandle(way.process, 'SIGTERM');
          case 'window':
            return close(way.window, way.session);
          case 'tray-menu':
            return (await tray()).askByMenu(way.icon, way.labels, reached(way.session));
        }
      },
    },
    desktop: { observe: desktopObserver({ env, proc, compile, tray, windows }), close },
    processes: {
      observe: async (clients) => observeProcesses(clients),
      end: (process) => signalByHandle(process, 'SIGKILL'),
      untilGone,
      revivers: (roots) => reviversOf(roots, proc),
      descendants: async (roots) => descendantsOf(roots, proc),
      secondLook: async (clients) => {
        const { secondLook } = await import('./second-look.ts');
        const { complete, named } = compile(clients);
        const links = new Links(named);
        const own = listProcesses(() => true, proc);
        const seen = new Set(
          (own.known ? own.value : []).map(({ pid, startTime }) => `${pid} ${startTime}`),
        );
        return map(await secondLook(), (all) =>
          all
            .filter(({ pid, startTime }) => !seen.has(`${pid} ${startTime}`))
            .flatMap((one) => (one.owner === me ? (complete(one, links) ?? []) : one)),
        );
      },
      memory: async (processes) => memoryOf(processes, proc),
    },
    user: { id: me, othersUnseen: () => othersUnseen(proc), isAdministrator: uid === 0 },
    proofs: proofsBy({
      presence: async () => {
        const [{ presenceByPolkit }, { runByExeca }] = await Promise.all([
          import('./proofs/presence.ts'),
          import('../run-execa.ts'),
        ]);
        return presenceByPolkit({ run: runByExeca, uid });
      },
    }),
    files: linuxFiles({ places, uid, now, proc, worker }),
    evidence: {
      picture: async (text, name) =>
        (await import('./evidence.ts'))
          .evidenceOf({ env, state: places.ourState })
          .picture(text, name),
    },
    examine: async () => {
      await Promise.all([tray(), windows()]);
      return (await import('./examine.ts')).examine(env, places, proc);
    },
    leave: async () => {
      for (const close of toClose) await close();
    },
  };
}
