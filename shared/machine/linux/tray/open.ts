import { busctlAddress, reachableAddress } from './address.ts';
import { BusFault, connect, type Connection } from './connection.ts';
import { parseAddresses } from './parse-address.ts';

const open = new Map<string, Promise<Connection>>();

/** The connection to this bus: one per address, kept between looks, made again when it broke. */
export async function busAt(list: string): Promise<Connection> {
  const reachable = reachableAddress(list);
  const address = reachable.known ? reachable.value : busctlAddress(list);
  if (address === undefined) {
    const why = reachable.known ? undefined : reachable.why;
    // In D-Bus's own word, where it is no address of any kind.
    const isNone = parseAddresses(list).every(({ keys }) => keys.size === 0);
    const name = isNone ? 'org.freedesktop.DBus.Error.BadAddress' : '';
    throw new BusFault(why?.code ?? 'failed', `${list}: ${why?.detail ?? ''}`, name);
  }
  const held = open.get(address);
  if (held) {
    const bus = await held;
    if (bus.alive) return bus;
    if (open.get(address) === held) open.delete(address);
    // The first that comes makes the next one: two at once would leave one behind that nobody closes.
    return busAt(list);
  }
  const made = reachable.known ? connect(address) : byBusctl(address);
  open.set(address, made);
  made.catch(() => {
    if (open.get(address) === made) open.delete(address);
  });
  return made;
}

/** Loaded only where a bus needs it. */
const byBusctl = async (address: string): Promise<Connection> =>
  (await import('./busctl.ts')).connectByBusctl(address);

/** Closes all connections. */
export async function closeAll(): Promise<void> {
  const all = [...open.values()];
  open.clear();
  for (const one of await Promise.allSettled(all))
    if (one.status === 'fulfilled') one.value.close();
}
