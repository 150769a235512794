import type { Client } from '../../core/client.ts';
import type { DesktopSession } from '../../core/desktop-session.ts';
import { withFormerHolders } from '../../core/held-icons.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import { UNNAMED, type ClientProcess, type TrayIcon, type Window } from '../../core/model.ts';
import type { DesktopSight } from '../../core/sight.ts';
import type { DesktopQuestion } from '../port/desktop.ts';
import type { Compile } from './compiled.ts';
import { iconHolders } from './icon-holders.ts';
import { otherDesktops } from './other-desktops.ts';
import type { Environment } from './places.ts';
import { sessionOf } from './session.ts';
import { withSpeakers } from './speakers.ts';
import { sessionAddress } from './tray/address.ts';
import type * as Tray from './tray.ts';
import type * as Windows from './windows.ts';

export interface LinuxDesktopOptions {
  readonly env: Environment;
  readonly proc: string;
  readonly compile: Compile;
  /** Loaded when they are first needed. */
  readonly tray: () => Promise<typeof Tray>;
  readonly windows: () => Promise<typeof Windows>;
}

/** Nothing was asked of a screen, because nothing on it can outlive its process and there is none. */
const NO_SCREEN = { windows: known([]), icons: known([]) } as const;
const NOT_LOOKED = unknown('not-looked');

/** The look at tray and screens, for the processes of clients that were identified. */
export const desktopObserver =
  ({ env, proc, compile, tray, windows }: LinuxDesktopOptions) =>
  async (clients: readonly Client[], question: DesktopQuestion): Promise<DesktopSight> => {
    const { scope, sight, identified, heldIcons } = question;
    const { ids, buses } = compile(clients);
    const { processes: theirs, namesakes } = identified;
    const candidates = new Set(theirs.map(({ pid }) => pid));
    const learned = learnedFrom(env, theirs, question.session, proc);
    const session = learned ?? question.session;
    const ours = { ...env, ...session.environment };
    const asked = new Set([...candidates, ...namesakes]);
    // Who has a session of their own is shown its icons there; a scheduler asks where icons were held.
    const hasSession = sessionAddress(env) !== undefined;
    const remembered = hasSession ? [] : heldIcons.flatMap(({ at }) => at ?? []);
    const [bus, screen] = await Promise.all([
      scope.trayIcons
        ? (await tray()).lookAtBuses({
            ...{ env: ours, isClients: !hasSession, buses, candidates, proc },
            theirs: [...(session.buses ?? []), ...remembered],
          })
        : { icons: NOT_LOOKED, some: [] },
      asked.size === 0
        ? NO_SCREEN
        : (await windows()).lookAtScreens({
            ...{ env: ours, screens: session.screens ?? [], pids: asked },
          }),
    ]);
    // A screen that is broken says nothing against a client without a process; who runs has to be known for that.
    const its = !sight.processes.known
      ? { windows: sight.processes, icons: sight.processes }
      : candidates.size === 0
        ? NO_SCREEN
        : screen;
    const seen = scope.trayIcons ? withEmbedded(bus, its.icons) : bus;
    const nested = theirs.filter(({ sandbox }) => sandbox === UNNAMED);
    const spoken = (icons: readonly TrayIcon[]): readonly TrayIcon[] =>
      withFormerHolders(
        icons.map((icon) => withSpeakers(icon, nested, proc)),
        heldIcons,
      );
    const trayIcons = map(seen.icons, spoken);
    const all = sight.processes.known ? sight.processes.value : [];
    return {
      trayIcons,
      ...(trayIcons.known || seen.some.length === 0 ? {} : { someIcons: spoken(seen.some) }),
      windows: scope.windows ? its.windows : NOT_LOOKED,
      classes: classesOf(screen.windows, namesakes),
      holders: trayIcons.known ? iconHolders(all, trayIcons.value, ids, proc) : [],
      ...(learned === undefined ? {} : { learned }),
    };
  };

/** What these processes say of their desktops; undefined where there is none to ask. */
function learnedFrom(
  env: Environment,
  theirs: readonly ClientProcess[],
  before: DesktopSession,
  proc: string,
): DesktopSession | undefined {
  if (theirs.length === 0) return undefined;
  const environment = sessionOf(
    env,
    theirs.map(({ pid }) => pid),
    proc,
  );
  const { buses = [], screens = [] } = before;
  const others = { buses, screens };
  const found = otherDesktops({ ...env, ...environment }, speakersOf(theirs), others, proc);
  return { environment, ...found };
}

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

function classesOf(windows: Known<readonly Window[]>, pids: readonly number[]) {
  const shown = windows.known ? windows.value : [];
  return pids.flatMap((pid) => {
    const its = shown.filter((one) => one.pid === pid).flatMap(({ classes = [] }) => classes);
    return its.length === 0 ? [] : [{ pid, classes: [...new Set(its)] }];
  });
}
