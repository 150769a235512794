import type { Known } from './known.ts';

/**
 * What looks have learned of where clients show themselves. It travels from look to look and into the request to
 * quit, so that a machine keeps nothing: a client that has gone no longer says where its icon is left. It is never
 * written down nor printed.
 */
export interface DesktopSession {
  /** Names and values with which the clients' own desktop is reached, where our environment lacks them (Linux). */
  readonly environment?: Names;
  /** Further session buses that clients named. */
  readonly buses?: readonly string[];
  /** Further screens that clients named, with what is needed to ask each. */
  readonly screens?: readonly Names[];
  /** What the desktop showed of programs, by the identity of the process (macOS). */
  readonly programs?: ReadonlyMap<string, KnownProgram>;
}

type Names = Readonly<Record<string, string | undefined>>;

/** What was known of the program of one process before it began to end. */
export interface KnownProgram {
  readonly exe: Known<string>;
  /** Other names of its files, as in `Process`. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly bundleId?: string;
}

export const NO_SESSION: DesktopSession = {};

/** What was known with what one more look learned: looks at the same time do not forget for each other. */
export function withLearned(
  before: DesktopSession,
  learned: DesktopSession | undefined,
): DesktopSession {
  if (learned === undefined) return before;
  // The desktop of a client that has gone is where its icon would be left.
  const former = before.environment ?? {};
  const left = busOf(former);
  const isOther = left !== undefined && left !== busOf(learned.environment ?? former);
  const buses = [
    ...new Set([...(before.buses ?? []), ...(learned.buses ?? []), ...(isOther ? [left] : [])]),
  ];
  const names = new Set<string>();
  const screens = [
    ...(learned.screens ?? []),
    ...(before.screens ?? []),
    ...(former['DISPLAY'] && former['DISPLAY'] !== learned.environment?.['DISPLAY']
      ? [former]
      : []),
  ].filter((one) => {
    const name = one['DISPLAY'] ?? '';
    return !names.has(name) && names.add(name);
  });
  return {
    ...before,
    ...learned,
    ...(buses.length > 0 ? { buses: buses.slice(-MOST) } : {}),
    ...(screens.length > 0 ? { screens: screens.slice(0, MOST) } : {}),
  };
}

/** The session bus that these names lead to; undefined where they name none. */
function busOf(names: Names): string | undefined {
  const runtime = names['XDG_RUNTIME_DIR'];
  return names['DBUS_SESSION_BUS_ADDRESS'] ?? (runtime ? `unix:path=${runtime}/bus` : undefined);
}

/** Beyond so many desktops of one user nobody is looked for. */
const MOST = 8;
