import { failure, known, type Known } from '../../../core/known.ts';
import type { Delivery, Window } from '../../../core/model.ts';
import type { Api, Handle } from './api.ts';
import { MESSAGE } from './codes.ts';
import { asked } from './text.ts';

/** GW_OWNER */
const OWNER = 4;
/** The system makes these for every program that shows text; they are nobody's windows. */
const SYSTEMS_OWN = /^(IME|MSCTFIME UI|Default IME)$/;

/** The top-level windows of these processes that no other window owns, shown and hidden. */
export function lookAtWindows(api: Api, pids: ReadonlySet<number>): Known<readonly Window[]> {
  // A window cannot outlive its process.
  if (pids.size === 0) return known([]);
  try {
    return known(
      api.windows().flatMap((handle) => {
        const pid = ownerPid(api, handle);
        if (!pids.has(pid) || !isMain(api, handle)) return [];
        const title = asked(api.user32.InternalGetWindowText, handle);
        const visible = api.user32.IsWindowVisible(handle) !== 0;
        const kind = asked(api.user32.GetClassNameW, handle, 256);
        return [{ id: String(handle), title, pid, visible, kind }];
      }),
    );
  } catch (error) {
    return failure(error);
  }
}

/**
 * Who shows windows of these classes, which Windows itself looks for: that is quicker than asking each window for
 * its class. Without a desktop nobody shows any.
 */
export function whoShows(
  api: Api,
  classes: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const name of classes)
    for (let at = nextOf(api, 0, name), count = 0; at && count < MOST; count++) {
      const pid = ownerPid(api, at);
      const before = found.get(pid) ?? [];
      if (pid !== 0 && !before.includes(name)) found.set(pid, [...before, name]);
      at = nextOf(api, at, name);
    }
  return found;
}

/** More windows than any class has; a window that goes meanwhile would begin the search again. */
const MOST = 1_000;

const nextOf = ({ user32 }: Api, after: Handle, name: string): Handle => {
  const found = user32.FindWindowExW(0, after, name, null);
  return Number(found) === 0 ? 0 : found;
};

/** The windows of one process that are asked when it is to leave. */
export const mainWindowsOf = (api: Api, pid: number): readonly Handle[] =>
  api.windows().filter((handle) => ownerPid(api, handle) === pid && isMain(api, handle));

/** Asks one window to close, as its close button does: most chat clients only hide. */
export function closeWindow(api: Api, { id, pid }: Window): Delivery {
  // Windows extends the sign of a handle (bit 31), so that half of all numbers are negative.
  const handle = /^-?\d{1,19}$/.test(id) ? BigInt(id) : 0n;
  if (handle === 0n || !api.user32.IsWindow(handle)) return { state: 'already' };
  // Numbers of windows are given anew.
  if (ownerPid(api, handle) !== pid) return { state: 'already' };
  if (api.user32.SendNotifyMessageW(handle, MESSAGE.CLOSE, 0, 0)) return { state: 'delivered' };
  const error = Number(api.kernel32.GetLastError());
  return { state: 'failed', reason: { code: 'denied', detail: `WM_CLOSE: error ${error}` } };
}

/** The process that made a window; 0 where there is none. */
export function ownerPid({ user32 }: Api, window: Handle): number {
  PID.writeUInt32LE(0);
  user32.GetWindowThreadProcessId(window, PID);
  return PID.readUInt32LE();
}

const PID = Buffer.alloc(4);

const isMain = ({ user32 }: Api, window: Handle): boolean =>
  Number(user32.GetWindow(window, OWNER)) === 0 &&
  !SYSTEMS_OWN.test(asked(user32.GetClassNameW, window, 256));
