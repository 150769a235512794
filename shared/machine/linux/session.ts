import { existsSync } from 'node:fs';
import { environmentOf } from './own-mounts.ts';
import type { Environment } from './places.ts';

/** What tells a program which desktop it belongs to. */
const NAMES = [
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_SESSION_TYPE',
] as const;

/**
 * What our own environment lacks, from that of the client: a scheduler (cron, ssh) starts us outside of
 * any desktop, but the client knows its bus and its screen. Ours wins wherever it says something.
 */
export function sessionOf(env: Environment, pids: readonly number[], proc = '/proc'): Environment {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === 0 || pids.length === 0) return {};
  // A bus or screen of our own belongs to another session than the rest of theirs.
  if (env['DBUS_SESSION_BUS_ADDRESS'] && env['DISPLAY']) return {};
  for (const pid of pids) {
    // Gone, or it hides it: then our own environment has to do.
    const theirs = environmentOf(`${proc}/${pid}`);
    const found = missing.flatMap((name) => {
      const value = theirs?.get(name);
      return value ? [[name, value] as const] : [];
    });
    if (found.length > 0) return Object.fromEntries(found);
  }
  return {};
}

/**
 * Where a scheduler says nothing at all (cron), the bus of our user is still where systemd puts it
 * (pam_systemd(8), XDG_RUNTIME_DIR).
 */
export function withRuntimeFolder(env: Environment): Environment {
  if (env['DBUS_SESSION_BUS_ADDRESS'] || env['XDG_RUNTIME_DIR']) return env;
  const folder = `/run/user/${process.getuid?.() ?? ''}`;
  return existsSync(`${folder}/bus`) ? { ...env, XDG_RUNTIME_DIR: folder } : env;
}
