import type { Process } from '../../core/model.ts';
import { environmentOf } from './own-mounts.ts';
import type { Environment } from './places.ts';

/** What tells one desktop from another; the same spelling for the same place. */
const NAMES: Readonly<Record<string, (value: string) => string>> = {
  DISPLAY: (value) => value.replace(/^unix/, '').replace(/\.\d+$/, ''),
  WAYLAND_DISPLAY: (value) => value.slice(value.lastIndexOf('/') + 1),
  DBUS_SESSION_BUS_ADDRESS: (value) => value.replace(/,guid=[0-9a-f]*/g, ''),
};

/**
 * Whether a process shows itself on another desktop than ours. One that hides its environment, or names none,
 * counts as ours; so does every one where we have no desktop ourselves (cron, ssh).
 */
export function isOnOtherDesktop({ pid }: Process, env: Environment, proc: string): boolean {
  const ours = Object.entries(NAMES).filter(([name]) => env[name]);
  if (ours.length === 0) return false;
  const theirs = environmentOf(`${proc}/${pid}`);
  return ours.some(([name, plain]) => {
    const value = theirs?.get(name);
    return value !== undefined && value !== '' && plain(value) !== plain(env[name] ?? '');
  });
}
