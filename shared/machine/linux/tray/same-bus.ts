import { statSync } from 'node:fs';
import { escape, parseAddresses, type BusAddress } from './parse-address.ts';

/** Two spellings of one bus: with `guid=` or without, escaped or not, by a link, in another order. */
export function isSameBus(one: string, other: string): boolean {
  if (one === other) return true;
  const [these, those] = [parseAddresses(one), parseAddresses(other)];
  const spelled = new Set(those.map(normal));
  if (these.some((address) => spelled.has(normal(address)))) return true;
  const sockets = new Set(those.flatMap(socketOf));
  return these.flatMap(socketOf).some((socket) => sockets.has(socket));
}

/** `guid` names the daemon and is no part of the way to it. */
const normal = ({ family, keys }: BusAddress): string =>
  `${family}:${[...keys]
    .filter(([key]) => key !== 'guid')
    .map(([key, value]) => `${key}=${escape(value)}`)
    .sort()
    .join(',')}`;

function socketOf({ family, keys }: BusAddress): readonly string[] {
  const path = family === 'unix' ? keys.get('path') : undefined;
  try {
    const stats = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    return stats?.isSocket() ? [`${stats.dev}:${stats.ino}`] : [];
  } catch {
    return []; // It is in a folder that is closed to us: its spelling decides.
  }
}
