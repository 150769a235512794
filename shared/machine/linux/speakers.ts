import { statSync } from 'node:fs';
import type { Process, TrayIcon } from '../../core/model.ts';
import { environmentOf } from './own-mounts.ts';

/**
 * An icon of a proxy that serves a socket, with the sandboxed processes whose bus is that very socket. It
 * says nothing where one of them hides its environment, or names a bus that is no socket of a file.
 */
export function withSpeakers(icon: TrayIcon, nested: readonly Process[], proc: string): TrayIcon {
  const socket = icon.proxyFor?.startsWith('/') ? inodeOf(icon.proxyFor) : undefined;
  if (socket === undefined || nested.length === 0) return icon;
  const buses = nested.map(({ pid }) => ({ pid, bus: busOf(`${proc}/${pid}`) }));
  if (buses.some(({ bus }) => bus === undefined)) return icon;
  return { ...icon, speaksFor: buses.filter(({ bus }) => bus === socket).map(({ pid }) => pid) };
}

/** The socket of a process's bus, looked up in its own mounts; a helper may have none of its own. */
function busOf(of: string): string | undefined {
  const address = environmentOf(of)?.get('DBUS_SESSION_BUS_ADDRESS') ?? '';
  const socket = /(?:^|;)unix:path=([^,;]+)/.exec(address)?.[1];
  return socket === undefined ? undefined : inodeOf(`${of}/root${socket}`);
}

function inodeOf(file: string): string | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && `${stats.dev}:${stats.ino}`;
  } catch {
    return undefined; // The mounts of a sandbox can be closed to us.
  }
}
