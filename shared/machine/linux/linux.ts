import type { Client, Edition } from '../../core/client.ts';
import { editionsOn } from '../../core/client.ts';
import { recognizer } from '../../core/identify.ts';
import { known, map, unknown } from '../../core/known.ts';
import { UNNAMED, type Process, type Sighting } from '../../core/model.ts';
import { mayMatter } from '../../core/recognition/may-matter.ts';
import { claimIn } from '../keep/holder.ts';
import type { Machine, Scope } from '../machine.ts';
import { once } from '../once.ts';
import { completer } from './complete.ts';
import { linuxFiles } from './files.ts';
import { Links, namedPlaces } from './links.ts';
import { memoryOf } from './memory.ts';
import { linuxPlaces, type Environment } from './places.ts';
import { listProcesses, readProcess } from './processes.ts';
import { descendantsOf } from './descendants.ts';
import { isOnOtherDesktop } from './other-desktop.ts';
import { reviversOf } from './revivers.ts';
import { sessionOf } from './session.ts';
import { signalByHandle } from './signal.ts';
import { withSpeakers } from './speakers.ts';
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

const editionsOfAll = (clients: readonly Client[]): readonly Edition[] =>
  clients.flatMap((client) => editionsOn(client, 'linux'));

const holdersOf = (icons: Sighting['trayIcons'], ids: ReadonlySet<string>): readonly number[] =>
  (icons.known ? icons.value : []).flatMap(({ id, holder, proxyFor }) =>
    holder.known && proxyFor === undefined && ids.has(id) ? [holder.value] : [],
  );

/** This Linux computer. Tray and windows are loaded when they are first needed. */
export function linuxMachine(options: LinuxOptions): Machine {
  const { env, home, uid, now, proc = '/proc', worker } = options;
  const places = linuxPlaces(env, home);
  const me = String(uid);
  const compile = once((clients: readonly Client[]) => ({
    matters: mayMatter(clients, 'linux', places),
    named: namedPlaces(clients, places),
    complete: completer(clients, places, { env, proc }),
    ids: new Set(editionsOfAll(clients).flatMap(({ tray }) => tray.ids)),
    recognize: recognizer(clients, 'linux', places),
    buses: [
      ...new Set(
        clients.flatMap((client) =>
          editionsOn(client, 'linux').flatMap((edition) => edition.tray.bus ?? []),
        ),
      ),
    ],
  }));
  const toClose = new Set<() => void | Promise<void>>();
  const trayRoom = async (): Promise<typeof Tray> => {
    const room = await import('./tray.ts');
    toClose.add(room.leaveBus);
    return room;
  };
  const windowRoom = async (): Promise<typeof Windows> => {
    const room = await import('./windows.ts');
    toClose.add(room.leaveDisplay);
    return room;
  };
  // The client's session is kept when the client has gone: that is where its icon would be left.
  let session = env;

  const observe = async (clients: readonly Client[], scope: Scope): Promise<Sighting> => {
    const { matters, recognize, buses, named, complete, ids } = compile(clients);
    const links = new Links(named);
    const isCandidate = (exe: string): boolean => matters(exe) || links.isTarget(exe);
    const placed = (one: Process): Process =>
      one.exe.known && isCandidate(one.exe.value) && isOnOtherDesktop(one, env, proc)
        ? { ...one, otherDesktop: true }
        : one;
    const completed = (one: Process): Process =>
      one.owner === me ? placed(complete(one, links)) : one;
    // We are nobody's client, also where a client runs in the same interpreter.
    const processes = map(listProcesses(isCandidate, proc), (all) =>
      all.filter((one) => one.pid !== process.pid).map(completed),
    );
    const nothing = unknown('not-looked');
    const first: Sighting = { me, processes, trayIcons: nothing, windows: nothing };
    if (!scope.trayIcons && !scope.windows) return first;
    const pids = [...recognize(first).values()].flatMap((one) =>
      one.processes.known ? one.processes.value.map((process) => process.pid) : [],
    );
    if (pids.length > 0) session = sessionOf(env, pids, proc);
    const candidates = new Set(pids);
    const [trayIcons, windows] = await Promise.all([
      scope.trayIcons ? tray(candidates, buses) : nothing,
      scope.windows ? screen(candidates) : nothing,
    ]);
    const nested = processes.known
      ? processes.value.filter(({ sandbox, pid }) => sandbox === UNNAMED && candidates.has(pid))
      : [];
    const told = map(trayIcons, (icons) => icons.map((icon) => withSpeakers(icon, nested, proc)));
    // Who holds an icon with a client's own Id is looked at, whatever its program is called.
    const holders = holdersOf(trayIcons, ids).flatMap((pid) => readProcess(pid, proc) ?? []);
    const seen = map(processes, (all) => [
      ...all,
      ...holders.filter(({ pid }) => all.every((one) => one.pid !== pid)),
    ]);
    return { me, processes: seen, trayIcons: told, windows };
  };

  const tray = async (
    candidates: ReadonlySet<number>,
    buses: readonly string[],
  ): Promise<Sighting['trayIcons']> => {
    const { lookAtTray } = await trayRoom();
    return lookAtTray({ env: session, buses, candidates, proc });
  };

  const screen = async (pids: ReadonlySet<number>): Promise<Sighting['windows']> => {
    // A window cannot outlive its process.
    if (pids.size === 0) return known([]);
    const { lookAtWindows } = await windowRoom();
    return lookAtWindows({ env: session, pids });
  };

  return {
    platform: 'linux',
    places,
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    observe,
    askToQuit: async (way) => {
      switch (way.by) {
        case 'signal':
          return signalByHandle(way.process, 'SIGTERM');
        case 'window':
          return (await windowRoom()).closeWindow(way.window, session);
        case 'tray-menu':
          return (await trayRoom()).askByMenu(way.icon, way.labels, session);
      }
    },
    close: async (window) => (await windowRoom()).closeWindow(window, session),
    end: (process) => signalByHandle(process, 'SIGKILL'),
    untilGone,
    revivers: (roots) => reviversOf(roots, proc),
    descendants: async (roots) => descendantsOf(roots, proc),
    isAdministrator: uid === 0,
    memory: async (processes) => memoryOf(processes, proc),
    ...linuxFiles({ places, uid, now, proc, worker }),
    examine: async () => {
      await Promise.all([trayRoom(), windowRoom()]);
      return (await import('./examine.ts')).examine(env, places, proc);
    },
    leave: async () => {
      for (const close of toClose) await close();
    },
    claim: async (client, request) => claimIn(places.ourState, client, request),
  };
}
