import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { ClientId, Platform } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Disk } from './disk.ts';
import { overlap, withFolders } from './others.ts';
import { placesOn } from './pointers.ts';

interface Host {
  readonly disk: Disk;
  readonly places: Places;
  readonly platform: Platform;
}

/** Those of these clients whose data folders are, hold or lie in one of these folders, by any of its names. */
export async function reachedBy(
  folders: readonly string[],
  clients: readonly Client[],
  { disk, places, platform }: Host,
): Promise<Known<readonly ClientId[]>> {
  const names = folders.flatMap((one) => [one, ...(disk.otherNames?.(one) ?? [])]);
  const reached: ClientId[] = [];
  for (const client of clients) {
    const own = await placesOn(disk, places, client, platform);
    if (!own.known) return own;
    const found = await withFolders(disk, [client], platform, own.value);
    if (!found.known) return found;
    const roots = found.value.flatMap((one) => one.roots);
    if (roots.some(({ path }) => names.some((name) => overlap(path, name))))
      reached.push(client.id);
  }
  return { known: true, value: reached };
}
