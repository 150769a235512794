import { statSync } from 'node:fs';
import type { Process, TrayIcon } from '../../core/model.ts';
import { environmentOf } from './own-mounts.ts';
import { parseAddresses } from './tray/parse-address.ts';

/**
 * An icon of a proxy that serves a socket, with the sandboxed processes whose bus is that very socket. It
 * says nothing where none has it and one of them hides its environment, or names a bus that is no file.
 */
export function withSpeakers(icon: TrayIcon, nested: readonly Process[], proc: string): TrayIcon {
  const socket = icon.proxyFor?.startsWith('/') ? inodeOf(icon.proxyFor) : undefined;
  if (socket === undefined || nested.length === 0) return icon;
  const buses = nested.map(({ pid }) => ({ pid, bus: busOf(`${proc}/${pid}`) }));
  const speaking = buses.filter(({ bus }) => bus === socket).map(({ pid }) => pid);
  if (speaking.length === 0 && buses.some(({ bus }) => bus === undefined)) return icon;
  return { ...icon, speaksFor: speaking };
}

/** The socket of a process's bus, looked up in its own mounts; a helper may have none of its own. */
function busOf(of: string): string | undefined {
  const address = environmentOf(of)?.get('DBUS_SESSION_BUS_ADDRESS') ?? '';
  const socket = parseAddresses(address)
    .flatMap(({ family, keys }) => (family === 'unix' ? (keys.get('path') ?? []) : []))
    .at(0);
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
