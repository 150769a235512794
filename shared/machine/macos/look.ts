import { known, map, unknown, type Known } from '../../core/known.ts';
import type { TrayIcon, Window } from '../../core/model.ts';
import { askScript } from './osascript.ts';
import { LOOK_MS, type Starter } from './programs.ts';
import script from './look.jxa.js.ts';

/** An application as NSWorkspace knows it. */
export interface Application {
  readonly pid: number;
  readonly bundleId: string | undefined;
  /** Absolute path of its program. */
  readonly executable: string | undefined;
  /** Its windows are hidden, as Hide in its menu does. */
  readonly hidden: boolean;
  /** Seconds since 1970. */
  readonly launched: number | undefined;
}

/** What one look through NSWorkspace and the window server shows. */
export interface Desktop {
  readonly applications: readonly Application[];
  readonly windows: readonly Window[];
  /** Windows in the menu bar: likely the icons, not yet seen on a real Mac. */
  readonly icons: readonly TrayIcon[];
}

/** Icons of the menu bar are windows of this level (kCGStatusWindowLevel). */
const STATUS_LEVEL = 25;

/** Looks at applications, windows and icons by one start of osascript. */
export async function lookAtDesktop(starter: Starter): Promise<Known<Desktop>> {
  const order = { language: 'JavaScript', script, args: [], timeoutMs: LOOK_MS } as const;
  const answer = await askScript(starter, order);
  return answer.known ? desktopOf(answer.value) : answer;
}

/** The same from what the script answered; a wrong shape, or no application at all, is no answer. */
export function desktopOf(answer: unknown): Known<Desktop> {
  const { applications, windows } = fieldsOf(answer);
  const apps = all(applications, applicationOf);
  const shown = all(windows, windowOf);
  if (!apps || !shown) return unknown('failed', 'osascript: an answer of a wrong shape');
  // Finder, Dock and the login window run in every session: without one there is no desktop.
  if (apps.length === 0) return unknown('unsupported', 'no desktop: no application runs');
  const hidden = new Map(apps.map((app) => [app.pid, app.hidden]));
  return known({
    applications: apps,
    windows: shown
      .filter(({ layer }) => layer !== STATUS_LEVEL)
      .map((one) => ({ ...one.window, visible: canBeSeen(one, hidden.get(one.window.pid)) })),
    icons: shown.filter(({ layer }) => layer === STATUS_LEVEL).map(({ icon }) => icon),
  });
}

interface Shown {
  readonly layer: number;
  /** It has a size, and can be seen. */
  readonly isReal: boolean;
  readonly window: Window;
  readonly icon: TrayIcon;
}

/**
 * Onscreen is a window of the Space in front alone (kCGWindowIsOnscreen): one on another Space, in full screen or
 * in the Dock is a swipe or a click away, unless its application is hidden.
 */
const canBeSeen = ({ layer, isReal, window }: Shown, isHidden: boolean | undefined): boolean =>
  window.visible || (layer === 0 && isReal && isHidden === false);

function applicationOf(value: unknown): Application | undefined {
  const { pid, bundleId, executable, hidden, launched } = fieldsOf(value);
  if (typeof hidden !== 'boolean') return undefined;
  if (!isPid(pid) || !isTextOrNull(bundleId) || !isTextOrNull(executable)) return undefined;
  if (launched !== null && !isNumber(launched)) return undefined;
  return {
    pid,
    bundleId: bundleId ?? undefined,
    executable: executable ?? undefined,
    hidden,
    launched: launched ?? undefined,
  };
}

function windowOf(value: unknown): Shown | undefined {
  const { number, pid, layer, visible, real, owner, title } = fieldsOf(value);
  if (typeof real !== 'boolean') return undefined;
  if (!isNumber(number) || !isPid(pid) || !isNumber(layer) || typeof visible !== 'boolean')
    return undefined;
  if (typeof owner !== 'string' || typeof title !== 'string') return undefined;
  return {
    layer,
    isReal: real,
    window: { id: String(number), title, pid, visible },
    icon: { address: `window ${number}`, id: owner, title, holder: known(pid) },
  };
}

/** Each of a list, or undefined where one is not as it has to be. */
function all<T>(values: unknown, read: (value: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(values)) return undefined;
  const found = values.map(read);
  return found.includes(undefined) ? undefined : (found as T[]);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isNumber = (value: unknown): value is number => Number.isFinite(value);
/** An application that is ending has the pid -1. */
const isPid = (value: unknown): value is number => Number.isInteger(value);
const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

export const windowsOf = (desktop: Known<Desktop>): Known<readonly Window[]> =>
  map(desktop, ({ windows }) => windows);

export const iconsOf = (desktop: Known<Desktop>): Known<readonly TrayIcon[]> =>
  map(desktop, ({ icons }) => icons);
