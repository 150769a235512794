import type { DesktopSession } from './desktop-session.ts';
import { unknown, type Known } from './known.ts';
import type {
  ClientId,
  ClientProcess,
  Observation,
  Process,
  Snapshot,
  TrayIcon,
  Window,
} from './model.ts';

/** What a look at the processes showed; it never throws for a probe. */
export interface ProcessSight extends Pick<Snapshot, 'me' | 'processes' | 'ours' | 'othersUnseen'> {
  /** What the same question answered of the desktop, where one program of the system answers both. */
  readonly desktop?: DesktopSight;
  /** What this look learned, for the next one. */
  readonly learned?: DesktopSession;
}

/** What a look at the desktop showed. */
export interface DesktopSight {
  readonly trayIcons: Known<readonly TrayIcon[]>;
  /** Icons that were seen where not all could be. */
  readonly someIcons?: readonly TrayIcon[];
  readonly windows: Known<readonly Window[]>;
  /** The classes of windows of programs that have a client's name and no other trait. */
  readonly classes?: readonly { readonly pid: number; readonly classes: readonly string[] }[];
  /** Those who hold an icon with a client's own Id, with all above them: a child's icon is known by its parent. */
  readonly holders?: readonly Process[];
  readonly learned?: DesktopSession;
}

/** Whose icons and windows are looked for. */
export interface Identified {
  /** Processes of all clients. */
  readonly processes: readonly ClientProcess[];
  /** The programs that have a common name and no trait yet: a class of their windows may be one. */
  readonly namesakes: readonly number[];
}

const NOT_LOOKED = unknown('not-looked');

/** The processes alone: nothing was asked of the desktop. */
export const processesOnly = (sight: ProcessSight): Snapshot => {
  const { me, processes, ours, othersUnseen, learned } = sight;
  return {
    ...{ me, processes, trayIcons: NOT_LOOKED, windows: NOT_LOOKED },
    ...(ours === undefined ? {} : { ours }),
    ...(othersUnseen === undefined ? {} : { othersUnseen }),
    ...(learned === undefined ? {} : { session: learned }),
  };
};

/** What a recognizer found among the processes, for the look at the desktop. */
export function identifiedIn(observations: ReadonlyMap<ClientId, Observation>): Identified {
  const all = [...observations.values()];
  return {
    processes: all.flatMap(({ processes }) => (processes.known ? processes.value : [])),
    namesakes: [
      ...new Set(
        all.flatMap(({ doubts }) =>
          doubts
            .filter(({ level, because }) => level === 'namesake' && because.includes('common-name'))
            .map(({ pid }) => pid),
        ),
      ),
    ],
  };
}

/**
 * Both looks as one: processes get the classes of their windows as a trait, and those who hold a client's icon are
 * among them whatever their program is called. `session` is all that is known of the desktop by now.
 */
export function withDesktop(
  sight: ProcessSight,
  { trayIcons, someIcons, windows, classes = [], holders = [] }: DesktopSight,
  session: DesktopSession,
): Snapshot {
  const processes = sight.processes.known
    ? { known: true as const, value: joined(sight.processes.value, holders, classes) }
    : sight.processes;
  return {
    ...processesOnly(sight),
    ...{ processes, trayIcons, windows, session },
    ...(someIcons === undefined ? {} : { someIcons }),
  };
}

function joined(
  all: readonly Process[],
  holders: readonly Process[],
  classes: NonNullable<DesktopSight['classes']>,
): readonly Process[] {
  if (holders.length === 0 && classes.length === 0) return all;
  const pids = new Set(all.map(({ pid }) => pid));
  const shown = new Map(classes.map((one) => [one.pid, one.classes]));
  return [...all, ...holders.filter(({ pid }) => !pids.has(pid))].map((one) => {
    const windowClasses = shown.get(one.pid);
    return windowClasses === undefined ? one : { ...one, traits: { ...one.traits, windowClasses } };
  });
}
