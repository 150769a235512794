import { known, unknown, type Known } from '../../core/known.ts';
import type { Delivery, TrayIcon, Window } from '../../core/model.ts';
import type { Environment } from './places.ts';
import { requestClose } from './windows/close.ts';
import { embeddedIcons } from './windows/embedded-icons.ts';
import { isDead, whyOf } from './windows/fault.ts';
import { findWindows } from './windows/find.ts';
import { askDisplay, closeDisplays } from './windows/open.ts';
import { viewOf } from './windows/view.ts';

export interface WindowQuestion {
  readonly env: Environment;
  readonly pids: ReadonlySet<number>;
  /** Environments of clients that name another screen than ours. */
  readonly screens?: readonly Environment[];
}

/** What X11 shows of these processes. */
export interface ScreenSight {
  readonly windows: Known<readonly Window[]>;
  /** Icons of the old kind, of anybody. */
  readonly icons: Known<readonly TrayIcon[]>;
}

const HIDDEN = unknown('unsupported', 'Wayland shows no program the windows of another');

/** As `lookAtScreens`, the windows alone. */
export const lookAtWindows = async (question: WindowQuestion): Promise<Known<readonly Window[]>> =>
  (await lookAtScreens(question)).windows;

/**
 * The top-level windows of these processes, shown and hidden, and the icons of the old kind, through X11.
 * No process: nothing is asked, because neither outlives its process. No screen: no window. A screen that
 * is there but does not answer, or Wayland's alone: unknown. Where nobody listens, while the screen that a
 * client names answers, nothing is shown.
 */
export async function lookAtScreens(question: WindowQuestion): Promise<ScreenSight> {
  const { env, pids, screens = [] } = question;
  if (pids.size === 0) return { windows: known([]), icons: known([]) };
  const [own, ...others] = await Promise.all([
    lookAtScreen(env, pids),
    ...screens.map((one) => lookAtScreen(one, pids)),
  ]);
  const living = others.filter((one) => !one.isDead);
  const theirs = living.map(({ windows, icons }, at): ScreenSight => {
    const screen = screens[others.indexOf(living[at] ?? own)]?.['DISPLAY'] ?? '';
    return { windows: mapAll(windows, (one) => ({ ...one, screen })), icons };
  });
  const all = own.isDead && theirs.length > 0 ? theirs : [own, ...theirs];
  return {
    windows: together(all.map((one) => one.windows)),
    icons: together(all.map((one) => one.icons)),
  };
}

async function lookAtScreen(
  env: Environment,
  pids: ReadonlySet<number>,
): Promise<ScreenSight & { readonly isDead?: boolean }> {
  const name = env['DISPLAY'];
  const wayland = Boolean(env['WAYLAND_DISPLAY']) || env['XDG_SESSION_TYPE'] === 'wayland';
  if (!name) return { windows: wayland ? HIDDEN : known([]), icons: known([]) };
  try {
    const [windows, icons] = await askDisplay(name, env, (display) => {
      const view = viewOf(display);
      return Promise.all([findWindows(view, pids), embeddedIcons(view)]);
    });
    // X11 below Wayland shows its own windows alone: that there is none proves nothing.
    return { windows: wayland && windows.length === 0 ? HIDDEN : known(windows), icons };
  } catch (error) {
    const failed = { known: false, why: whyOf(error) } as const;
    return { windows: failed, icons: failed, isDead: isDead(error) };
  }
}

/** All of them, or the first reason why not all can be seen. */
function together<T>(facts: readonly Known<readonly T[]>[]): Known<readonly T[]> {
  const failed = facts.find((fact) => !fact.known);
  return failed ?? known(facts.flatMap((fact) => (fact.known ? fact.value : [])));
}

const mapAll = <T>(fact: Known<readonly T[]>, change: (one: T) => T): Known<readonly T[]> =>
  fact.known ? known(fact.value.map(change)) : fact;

/**
 * Asks a window to close, as its close button does (ICCCM 4.2.8.1, WM_DELETE_WINDOW). Delivered means sent:
 * the client may hide, or ask first. It never ends a client that cannot be asked.
 */
export async function closeWindow(window: Window, env: Environment): Promise<Delivery> {
  const name = env['DISPLAY'];
  const id = Number(window.id);
  if (!name) return { state: 'failed', reason: { code: 'unsupported', detail: 'no DISPLAY' } };
  if (!/^[1-9]\d{0,9}$/.test(window.id) || id > 0xffff_ffff)
    return { state: 'failed', reason: { code: 'failed', detail: `no window: ${window.id}` } };
  try {
    return await askDisplay(name, env, (display) => requestClose(display, id, window.pid));
  } catch (error) {
    return { state: 'failed', reason: whyOf(error) };
  }
}

/** Closes the connections to all screens. They would not keep the program running either. */
export const leaveDisplay = closeDisplays;
