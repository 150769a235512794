import { editionsOn, type Client } from '../../core/client.ts';
import { expand, placeValues, type Places } from '../../core/paths.ts';

/**
 * The folders in which a client keeps its files: its containers (`~/Library/Containers/…/Data`, `~/Library/Group
 * Containers/…`), and of what lies elsewhere the part without a wildcard.
 */
export const foldersOf = (client: Client, places: Places): readonly string[] => [
  ...new Set(
    editionsOn(client, 'macos')
      .flatMap(({ data }) => data)
      .map(({ path }) => (CONTAINER.exec(path) ?? [])[0] ?? path.replace(/\/[^/]*[*?].*$/, ''))
      .flatMap((path) => expand(path, placeValues(places)) ?? []),
  ),
];

const CONTAINER = /^\{home\}\/Library\/(?:Containers\/[^/*?]+\/Data|Group Containers\/[^/*?]+)/;
