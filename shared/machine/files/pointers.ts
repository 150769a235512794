import { editionsOn, type Client } from '../../core/client.ts';
import { known, type Known } from '../../core/known.ts';
import type { Platform } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Disk } from './disk.ts';

/** What clients wrote into the registry, by key and value. */
export type Pointers = ReadonlyMap<string, string>;

export const pointerName = (key: string, value: string): string => `${key}\n${value}`;

/** Everything that this client may have written there about its folders. */
export async function pointersOf(
  disk: Pick<Disk, 'registry'>,
  client: Client,
  platform: Platform,
): Promise<Known<Pointers>> {
  const found = new Map<string, string>();
  if (!disk.registry) return known(found);
  for (const { data } of editionsOn(client, platform))
    for (const { pointer } of data) {
      if (pointer?.by !== 'registry') continue;
      const value = await disk.registry(pointer.key, pointer.value);
      // A folder that we cannot be told of is not the usual one.
      if (!value.known) return value;
      if (value.value) found.set(pointerName(pointer.key, pointer.value), value.value);
    }
  return known(found);
}

/**
 * The places, with the documents folder where the person has it now. Where nobody can tell, a client that may
 * keep something there is not looked at; of the others nothing changes.
 */
export async function placesOn(
  disk: Pick<Disk, 'documents'>,
  places: Places,
  client: Client,
  platform: Platform,
): Promise<Known<Places>> {
  const moved = await disk.documents?.();
  if (moved?.known === false) return usesDocuments(client, platform) ? moved : known(places);
  return known(moved?.value === undefined ? places : { ...places, documents: moved.value });
}

/** A client's own pointer may lead there as well. */
const usesDocuments = (client: Client, platform: Platform): boolean =>
  editionsOn(client, platform).some(({ data }) =>
    data.some(({ path, pointer }) => path.includes('{documents}') || pointer !== undefined),
  );
