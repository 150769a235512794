import os from 'node:os';
import type { Host } from '../core/host.ts';

/** This computer and account, by what the system says at once; no program is started and nobody is asked. */
export function thisHost(): Host {
  const user = said(() => os.userInfo());
  const hostname = said(() => os.hostname());
  const addresses = Object.values(said(() => os.networkInterfaces()) ?? {})
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);
  return {
    ...(hostname === undefined ? {} : { hostname }),
    addresses: [...new Set(addresses)].sort(),
    system: `${os.type()} ${os.release()}`,
    user: user ? { name: user.username, ...(user.uid < 0 ? {} : { id: String(user.uid) }) } : {},
  };
}

/** Undefined where the system does not say: an account without a name, a sandbox. */
function said<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
