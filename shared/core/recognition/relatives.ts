import type { Client } from '../client.ts';

/** Whether a program is one of the table of relatives, by its name or by one of its last two folders. */
export function relativeTest(clients: readonly Client[]): (path: string) => boolean {
  const names = new Set(
    clients.flatMap(({ relatives = [] }) => relatives.map(({ name }) => name.toLowerCase())),
  );
  return (path) =>
    path
      .split('/')
      .slice(-3)
      .some((part) => names.has(part.toLowerCase()));
}
