import type { Client } from '../client.ts';
import type { Platform } from '../model.ts';
import { lastPart } from '../paths.ts';
import { rootNames } from './root-names.ts';

/** Behind so many arguments no interpreter names its script. */
const MOST_ARGS = 64;

/**
 * Whether an interpreter may run a script that is called like a client, or that a person has settled, by its
 * arguments alone: a machine reads no more of the others.
 */
export function mayRunNamed(
  clients: readonly Client[],
  platform: Platform,
): (args: readonly string[]) => boolean {
  const names = rootNames(clients, platform);
  const settled = new Set(clients.flatMap(({ settled: one }) => one?.is ?? []).map(lastPart));
  return (args) =>
    args.slice(0, MOST_ARGS).some((arg) => {
      const name = lastPart(arg);
      return settled.has(name) || names.native(name).length > 0;
    });
}
