import type { Client } from '../client.ts';
import { known } from '../known.ts';
import { matcher } from '../matcher.ts';
import type { ClientId, Platform } from '../model.ts';
import { lastPart, type Places } from '../paths.ts';

/** Which client a program at a place is for certain, by the patterns alone; undefined where it is none. */
export function certainPlaces(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (place: string) => ClientId | undefined {
  const match = matcher(
    clients.map((client) => ({ ...client, settled: { is: [], isNot: [] } })),
    platform,
    places,
  );
  return (place) =>
    match({
      ...{ pid: 0, startTime: '', owner: '', parent: 0, name: lastPart(place) },
      ...{ exe: known(place), args: known([place]) },
    })[0]?.client;
}
