import { clients as catalogue } from '../../clients/index.ts';
import { editionsOn, type Client } from '../../core/client.ts';
import type { FoundRoot, OtherClient } from '../../core/removal-rules.ts';
import { known, type Known } from '../../core/known.ts';
import type { Platform } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Disk } from './disk.ts';
import { isGone } from './errno.ts';
import { physicalOf } from './names.ts';
import { OffLimits } from './off-limits.ts';
import { pointersOf, type Pointers } from './pointers.ts';
import { whereOf } from './where.ts';

/** Every other client of the catalogue that has files here, with the real places of its data roots. */
export const otherClients = (
  disk: Pick<Disk, 'registry'>,
  client: Client,
  platform: Platform,
  places: Places,
): Promise<Known<readonly OtherClient[]>> =>
  withFolders(
    disk,
    catalogue.filter((other) => other.id !== client.id),
    platform,
    places,
  );

/** Those of these clients that have files here, with the real places of their data roots. */
export async function withFolders(
  disk: Pick<Disk, 'registry'>,
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): Promise<Known<readonly OtherClient[]>> {
  const others: OtherClient[] = [];
  const offLimits = new OffLimits(places);
  for (const other of clients) {
    const pointers = await pointersOf(disk, other, platform);
    if (!pointers.known) return pointers;
    const roots = realRoots(other, platform, { places, offLimits }, pointers.value);
    if (roots.length > 0) others.push({ client: other, roots });
  }
  return known(others);
}

/** Also behind links, and where nothing of it may be removed: it is the client's all the same. */
function realRoots(
  client: Client,
  platform: Platform,
  { places, offLimits }: { readonly places: Places; readonly offLimits: OffLimits },
  pointers: Pointers,
): readonly FoundRoot[] {
  const found = editionsOn(client, platform)
    .flatMap(({ data }) => data)
    .flatMap((root) =>
      whereOf(root, places, pointers).flatMap((place) => {
        const path = realPath(place.path);
        return path === undefined || offLimits.has(path) ? [] : [{ name: root.name, path }];
      }),
    );
  return [...new Map(found.map((one) => [`${one.name}/${one.path}`, one])).values()];
}

function realPath(place: string): string | undefined {
  try {
    return physicalOf(place);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Whether one folder is, holds, or lies in another. */
export const overlap = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

/**
 * The client whose data folder is, holds, or lies in a folder that has these other names, in another way than
 * its path shows: its files would be judged by the wrong place.
 */
export const hiddenIn = (
  others: readonly OtherClient[],
  folder: string,
  names: readonly string[],
): OtherClient | undefined =>
  others.find(({ roots }) =>
    roots.some(({ path }) =>
      names.some((name) => overlap(path, name) && way(path, name) !== way(path, folder)),
    ),
  );

/** What has to be added to one path to come to the other; undefined where they do not overlap. */
const way = (one: string, other: string): string | undefined => {
  if (`${one}/`.startsWith(`${other}/`)) return `+${one.slice(other.length)}`;
  return `${other}/`.startsWith(`${one}/`) ? `-${other.slice(one.length)}` : undefined;
};

/** Those whose data roots overlap these. */
export const overlapping = (
  others: readonly OtherClient[],
  roots: readonly FoundRoot[],
): readonly OtherClient[] =>
  others.filter((other) =>
    other.roots.some((one) => roots.some((root) => overlap(one.path, root.path))),
  );
