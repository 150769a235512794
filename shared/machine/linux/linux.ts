import type { Client, Edition } from '../../core/client.ts';
import { editionsOn } from '../../core/client.ts';
import { recognizer } from '../../core/identify.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import {
  UNNAMED,
  type ClientProcess,
  type Delivery,
  type Process,
  type Snapshot,
  type TrayIcon,
  type Window,
} from '../../core/model.ts';
import { isInImage } from '../../core/recognition/app-image.ts';
import { runsScripts } from '../../core/recognition/interpreters.ts';
import { matcher } from '../../core/matcher.ts';
import { mayMatter } from '../../core/recognition/may-matter.ts';
import { mayRunNamed } from '../../core/recognition/may-run-named.ts';
import type { Machine } from '../machine.ts';
import type { Scope } from '../port/desktop.ts';
import { memoize } from '../memoize.ts';
import { completer } from './complete.ts';
import { linuxFiles } from './files.ts';
import { HeldIcons } from './held-icons.ts';
import { clientsByIcon, withHolders } from './icon-owners.ts';
import { Links, namedPlaces } from './links.ts';
import { withFront } from './in-front.ts';
import { withMembers } from './members.ts';
import { memoryOf } from './memory.ts';
import { NO_OTHERS, otherDesktops } from './other-desktops.ts';
import { perProgram } from './per-program.ts';
import { linuxPlaces, type Environment } from './places.ts';
import { descendantsOf } from './descendants.ts';
import { isOnOtherDesktop } from './other-desktop.ts';
import { argsOf, listProcesses } from './processes.ts';
import { pythonOfVenv } from './python-of-venv.ts';
import { othersUnseen } from './others-unseen.ts';
import { subordinates } from './subordinate.ts';
import { ancestorsOf, reviversOf } from './revivers.ts';
import { sessionOf } from './session.ts';
import { signalByHandle } from './signal.ts';
import { withSpeakers } from './speakers.ts';
import type * as Tray from './tray.ts';
import { sessionAddress } from './tray/address.ts';
import { untilGone } from './wait.ts';
import { namesakePids, withClasses } from './window-classes.ts';
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

/** Undefined where nobody could be asked. */
const anyOf = (places: readonly string[] | undefined): boolean | undefined =>
  places && places.length > 0;

const NO_SCREEN = { windows: known([]), icons: known([]) } as const;

/** Helpers have the environment of their root; those whose root has gone speak for themselves. */
function speakersOf(all: readonly ClientProcess[]): readonly ClientProcess[] {
  const roots = all.filter(({ role }) => role === 'root');
  return roots.length > 0 ? roots : all;
}

/** The icons of all buses and of the screens; all are known only where both are. */
function withEmbedded(
  { icons, some }: Tray.TraySight,
  embedded: Known<readonly TrayIcon[]>,
): Tray.TraySight {
  const all = [...some, ...(embedded.known ? embedded.value : [])];
  return { icons: !icons.known ? icons : embedded.known ? known(all) : embedded, some: all };
}

/** This Linux computer. Tray and windows are loaded when they are first needed. */
export function linuxMachine(options: LinuxOptions): Machine {
  const { env, home, uid, now, proc = '/proc', worker } = options;
  const places = linuxPlaces(env, home);
  const me = String(uid);
  const compile = memoize((clients: readonly Client[]) => ({
    match: matcher(clients, 'linux', places),
    matters: mayMatter(clients, 'linux', places),
    runsNamed: mayRunNamed(clients, 'linux'),
    named: namedPlaces(clients, places),
    complete: completer(clients, places, { env, proc }),
    sandboxes: new Set(
      editionsOfAll(clients).flatMap(({ roots }) => roots.flatMap(({ sandbox }) => sandbox ?? [])),
    ),
    hasSettled: clients.some(({ settled }) => (settled?.is.length ?? 0) > 0),
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
  const loadTray = async (): Promise<typeof Tray> => {
    const loaded = await import('./tray.ts');
    toClose.add(loaded.leaveBus);
    return loaded;
  };
  const loadWindows = async (): Promise<typeof Windows> => {
    const loaded = await import('./windows.ts');
    toClose.add(loaded.leaveDisplay);
    return loaded;
  };
  // The client's session is kept when the client has gone: that is where its icon would be left.
  let session = env;
  let others = NO_OTHERS;
  const ours = ancestorsOf(process.pid, proc);
  const held = new HeldIcons(places.ourState);

  const isSubordinate = subordinates(me);
  const ofSubordinate = (one: Process): Process =>
    isSubordinate(one.owner) ? { ...one, traits: { ...one.traits, isSubordinate: true } } : one;

  const observe = async (clients: readonly Client[], scope: Scope): Promise<Snapshot> => {
    const {
      match,
      matters,
      runsNamed,
      recognize,
      buses,
      named,
      complete,
      ids,
      sandboxes,
      hasSettled,
    } = compile(clients);
    const links = new Links(named);
    // Of thousands of processes most share a few programs.
    const isCandidate = perProgram<number | string>(
      (exe, pid) =>
        matters(exe) ||
        (hasSettled && isInImage(exe)) ||
        links.isTarget(exe) ||
        links.namesOf(exe).some(matters) ||
        pythonOfVenv(exe).some(matters) ||
        anyOf(links.placesOfFile(`${proc}/${pid}/exe`, exe)),
    );
    const isInterpreter = perProgram<number | string>(runsScripts);
    const mayRun = (args: readonly string[] | undefined): boolean => !args || runsNamed(args);
    const isWanted = (exe: string, pid: string): boolean =>
      isCandidate(exe, pid) || (isInterpreter(exe, pid) && mayRun(argsOf(pid, proc)));
    const placed = (one: Process): Process =>
      one.exe.known && isCandidate(one.exe.value, one.pid) && isOnOtherDesktop(one, env, proc)
        ? { ...one, otherDesktop: true }
        : one;
    const completed = (one: Process): Process | undefined => {
      const whole = one.owner === me ? complete(one, links) : ofSubordinate(one);
      return whole && one.owner === me ? placed(whole) : whole;
    };
    // We are nobody's client, also where a client runs in the same interpreter.
    const processes = map(listProcesses(isWanted, proc, undefined, completed), (all) =>
      withFront(withMembers(all, sandboxes, proc), match, proc).filter(
        (one) => one.pid !== process.pid,
      ),
    );
    const nothing = unknown('not-looked');
    const first: Snapshot = { me, ours, processes, trayIcons: nothing, windows: nothing };
    if (!scope.trayIcons && !scope.windows) return first;
    const sorted = recognize(first);
    const theirs = [...sorted.values()].flatMap((one) =>
      one.processes.known ? one.processes.value : [],
    );
    const namesakes = namesakePids(sorted);
    const pids = theirs.map(({ pid }) => pid);
    if (pids.length > 0) {
      session = sessionOf(env, pids, proc);
      others = otherDesktops(session, speakersOf(theirs), others, proc);
    }
    const candidates = new Set(pids);
    const [bus, screen] = await Promise.all([
      scope.trayIcons ? tray(candidates, buses) : { icons: nothing, some: [] },
      // Neither a window nor an icon on a screen can outlive its process.
      candidates.size + namesakes.size === 0 || !scope.windows
        ? NO_SCREEN
        : lookAtScreens(new Set([...candidates, ...namesakes])),
    ]);
    // A screen that is broken says nothing against a client without a process.
    const its = candidates.size === 0 ? NO_SCREEN : screen;
    const windows = scope.windows ? its.windows : nothing;
    const { icons: trayIcons, some } = scope.trayIcons ? withEmbedded(bus, its.icons) : bus;
    const nested = processes.known
      ? processes.value.filter(({ sandbox, pid }) => sandbox === UNNAMED && candidates.has(pid))
      : [];
    const speaking = (icons: readonly TrayIcon[]): readonly TrayIcon[] =>
      icons.map((icon) => withSpeakers(icon, nested, proc));
    const spoken = map(trayIcons, speaking);
    const seen = map(processes, (all) =>
      withHolders(
        withClasses(all, screen.windows, namesakes),
        spoken.known ? spoken.value : [],
        ids,
        proc,
      ),
    );
    const all: Snapshot = { me, ours, processes: seen, trayIcons: spoken, windows };
    if (!spoken.known) return some.length === 0 ? all : { ...all, someIcons: speaking(some) };
    const clientOf = clientsByIcon(recognize, all, spoken.value);
    const mayBe = ({ id, holder, proxyFor }: TrayIcon): boolean =>
      ids.has(id) || proxyFor !== undefined || (holder.known && candidates.has(holder.value));
    const owner = (icon: TrayIcon) => (mayBe(icon) ? clientOf(icon) : undefined);
    return { ...all, trayIcons: known(held.named(spoken.value, owner)) };
  };

  const tray = async (
    candidates: ReadonlySet<number>,
    buses: readonly string[],
  ): Promise<Tray.TraySight> => {
    const { lookAtBuses } = await loadTray();
    const isClients = sessionAddress(env) === undefined;
    return lookAtBuses({
      ...{ env: session, isClients, buses, theirs: others.buses, candidates, proc },
    });
  };

  const lookAtScreens = async (pids: ReadonlySet<number>): Promise<Windows.ScreenSight> => {
    const loaded = await loadWindows();
    return loaded.lookAtScreens({ env: session, screens: others.screens, pids });
  };

  const close = async (window: Window): Promise<Delivery> => {
    const { closeWindow } = await loadWindows();
    const its = others.screens.find((one) => one['DISPLAY'] === window.screen);
    return closeWindow(window, window.screen === undefined ? session : (its ?? {}));
  };

  return {
    platform: 'linux',
    places,
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    observe,
    quit: {
      ask: async (way) => {
        switch (way.by) {
          case 'signal':
            return signalByHandle(way.process, 'SIGTERM');
          case 'window':
            return close(way.window);
          case 'tray-menu':
            return (await loadTray()).askByMenu(way.icon, way.labels, session);
        }
      },
    },
    desktop: { close },
    processes: {
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
    files: linuxFiles({ places, uid, now, proc, worker }),
    examine: async () => {
      await Promise.all([loadTray(), loadWindows()]);
      return (await import('./examine.ts')).examine(env, places, proc);
    },
    leave: async () => {
      for (const close of toClose) await close();
    },
  };
}
