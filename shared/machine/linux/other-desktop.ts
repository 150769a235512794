import type { Process } from '../../core/model.ts';
import { isSameSocket, pathOf, socketOf } from './other-desktops.ts';
import { environmentOf } from './own-mounts.ts';
import type { Environment } from './places.ts';
import { isSameBus } from './tray/same-bus.ts';
import { isSameDisplay } from './windows/same-display.ts';

/** What tells one desktop from another: two spellings of one place, and the socket behind a name. */
interface Mark {
  readonly isSame: (one: string, other: string) => boolean;
  readonly socket: (value: string) => string | undefined;
}

const lastPart = (socket: string): string => socket.slice(socket.lastIndexOf('/') + 1);

const MARKS: Readonly<Record<string, Mark>> = {
  DISPLAY: { isSame: isSameDisplay, socket: socketOf },
  WAYLAND_DISPLAY: {
    isSame: (one, other) => lastPart(one) === lastPart(other),
    socket: () => undefined,
  },
  DBUS_SESSION_BUS_ADDRESS: { isSame: isSameBus, socket: pathOf },
};

/**
 * Whether a process shows itself on another desktop than ours. One that hides its environment, or names none,
 * counts as ours; so does every one where we have no desktop ourselves (cron, ssh). In a sandbox the same name
 * can be another socket: a proxy of ours.
 */
export function isOnOtherDesktop(
  { pid, sandbox }: Pick<Process, 'pid' | 'sandbox'>,
  env: Environment,
  proc: string,
): boolean {
  const marks = Object.entries(MARKS).filter(([name]) => env[name]);
  if (marks.length === 0) return false;
  const theirs = environmentOf(`${proc}/${pid}`);
  return marks.some(([name, { isSame, socket }]) => {
    const value = theirs?.get(name);
    if (!value || isSame(value, env[name] ?? '')) return false;
    return sandbox === undefined || isSameSocket(socket(value), `${proc}/${pid}/root`);
  });
}
