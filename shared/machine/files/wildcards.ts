import { posix as path } from 'node:path';
import { globTest } from '../../core/paths.ts';
import { isGone } from './errno.ts';
import { entriesOf, type ReadFolders } from './names.ts';

/** A place that may exist; `throughLink`: a wildcard on the way to it fits a link. */
export interface Place {
  readonly path: string;
  readonly throughLink: boolean;
}

/**
 * The places behind a path whose parts may hold wildcards. Only folders in front of a wildcard are
 * read; whether there is anything at the end is not looked at. `from` is where the path begins.
 */
export function placesOf(template: string, from?: string, read?: ReadFolders): readonly Place[] {
  // Its files have no inodes that we could know them by again.
  const start = from ?? template;
  if (start.startsWith('//')) throw new Error(`${start} is on a network share`);
  const [root = '/'] = /^[a-z]:\//i.exec(template) ?? [];
  const rest = from === undefined && root !== '/' ? template.slice(root.length) : template;
  let found: readonly Place[] = [{ path: from ?? root, throughLink: false }];
  for (const part of rest.split('/').filter((one) => one !== ''))
    found = found.flatMap((place) =>
      /[*?]/.test(part)
        ? matching(place, part, read)
        : [{ ...place, path: path.join(place.path, part) }],
    );
  return found;
}

function matching(place: Place, part: string, read?: ReadFolders): readonly Place[] {
  const wanted = globTest(part, 'sensitive');
  try {
    return entriesOf(place.path, read)
      .filter((entry) => wanted.test(entry.name))
      .map((entry) => ({
        path: path.join(place.path, entry.name),
        throughLink: place.throughLink || entry.isLink,
      }));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
