import { reachableAddress } from './address.ts';
import { BusFault, connect, type Connection } from './connection.ts';

const open = new Map<string, Promise<Connection>>();

/** The connection to this bus: one per address, kept between looks, made anew when it broke. */
export async function busAt(address: string): Promise<Connection> {
  const reachable = reachableAddress(address);
  if (!reachable.known)
    throw new BusFault(reachable.why.code, `${address}: ${reachable.why.detail ?? ''}`);
  const held = open.get(address);
  if (held) {
    const bus = await held;
    if (bus.alive) return bus;
    if (open.get(address) === held) open.delete(address);
    // Whoever comes first makes the next one: two at once would leave one behind that nobody closes.
    return busAt(address);
  }
  const made = connect(reachable.value);
  open.set(address, made);
  made.catch(() => {
    if (open.get(address) === made) open.delete(address);
  });
  return made;
}

/** Closes all connections. */
export async function closeAll(): Promise<void> {
  const all = [...open.values()];
  open.clear();
  for (const one of await Promise.allSettled(all))
    if (one.status === 'fulfilled') one.value.close();
}
