import { known, unknown, type Known } from '../../core/known.ts';
import type { Delivery, Window } from '../../core/model.ts';
import type { Environment } from './places.ts';
import { requestClose } from './windows/close.ts';
import { whyOf } from './windows/fault.ts';
import { findWindows } from './windows/find.ts';
import { askDisplay, closeDisplays } from './windows/open.ts';

export interface WindowQuestion {
  readonly env: Environment;
  readonly pids: ReadonlySet<number>;
}

const HIDDEN = unknown('unsupported', 'Wayland shows no program the windows of another');

/**
 * The top-level windows of these processes, shown and hidden, through X11. No process: nobody is asked.
 * No screen: no window. A screen that is there but does not answer, or Wayland's alone: unknown.
 */
export async function lookAtWindows({
  env,
  pids,
}: WindowQuestion): Promise<Known<readonly Window[]>> {
  if (pids.size === 0) return known([]);
  const name = env['DISPLAY'];
  const wayland = Boolean(env['WAYLAND_DISPLAY']) || env['XDG_SESSION_TYPE'] === 'wayland';
  if (!name) return wayland ? HIDDEN : known([]);
  try {
    const windows = await askDisplay(name, env, (display) => findWindows(display, pids));
    // X11 below Wayland shows its own windows alone: that there is none proves nothing.
    return wayland && windows.length === 0 ? HIDDEN : known(windows);
  } catch (error) {
    return { known: false, why: whyOf(error) };
  }
}

/**
 * Asks a window to close, as its close button does (ICCCM 4.2.8.1, WM_DELETE_WINDOW). Delivered means sent:
 * the client may hide, or ask first. It never ends a client that cannot be asked.
 */
export async function closeWindow(window: Window, env: Environment): Promise<Delivery> {
  const name = env['DISPLAY'];
  const id = Number(window.id);
  if (!name) return { delivered: false, why: { code: 'unsupported', detail: 'no DISPLAY' } };
  if (!/^[1-9]\d{0,9}$/.test(window.id) || id > 0xffff_ffff)
    return { delivered: false, why: { code: 'failed', detail: `no window: ${window.id}` } };
  try {
    return await askDisplay(name, env, (display) => requestClose(display, id, window.pid));
  } catch (error) {
    return { delivered: false, why: whyOf(error) };
  }
}

/** Closes the connections to all screens. They would not keep the program running either. */
export const leaveDisplay = closeDisplays;
