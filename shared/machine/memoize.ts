import type { Client } from '../core/client.ts';

/** Keeps what was made for a list of clients as long as the list lives. */
export function memoize<T>(
  make: (clients: readonly Client[]) => T,
): (clients: readonly Client[]) => T {
  const made = new WeakMap<readonly Client[], T>();
  return (clients) => {
    const found = made.get(clients) ?? make(clients);
    made.set(clients, found);
    return found;
  };
}
