import { editionsOn, type Client } from '../../core/client.ts';
import { expand, placeValues, type Places } from '../../core/paths.ts';

/** The bundle ids that the catalogue knows: only these are ever named in an Apple event. */
export const bundleIdsOf = (clients: readonly Client[]): ReadonlySet<string> =>
  new Set(clients.flatMap((client) => editionsOn(client, 'macos').flatMap((one) => one.bundleIds)));

/** The containers in which clients keep their files (`~/Library/Containers/…/Data`, `~/Library/Group Containers/…`). */
export const containersOf = (clients: readonly Client[], places: Places): readonly string[] => [
  ...new Set(
    clients
      .flatMap((client) => editionsOn(client, 'macos').flatMap(({ data }) => data))
      .flatMap(({ path }) => CONTAINER.exec(path) ?? [])
      .flatMap((path) => expand(path, placeValues(places)) ?? []),
  ),
];

const CONTAINER = /^\{home\}\/Library\/(?:Containers\/[^/*?]+\/Data|Group Containers\/[^/*?]+)/;
