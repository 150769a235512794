import { editionsOn } from '../core/client.ts';
import type { Platform } from '../core/model.ts';
import { hasWildcard, lastPart } from '../core/paths.ts';
import { clients } from './index.ts';
import { TDATA_NEVER } from './telegram/tdata.ts';

/** Forks of Telegram and portable copies keep theirs in a folder that is called otherwise. */
const TDATA = TDATA_NEVER.map((name) => `**/tdata/${name}`);

const known = new Map<Platform, readonly string[]>();

/**
 * What clients of the catalogue never give up, below any folder that is called as theirs is: a copy on another disk,
 * or a portable one, is a client's too. For rules that the catalogue did not write.
 */
export function neverByName(platform: Platform): readonly string[] {
  const found = known.get(platform) ?? [...new Set([...clients.flatMap(globsOf), ...TDATA])];
  known.set(platform, found);
  return found;

  function globsOf(client: (typeof clients)[number]): readonly string[] {
    return editionsOn(client, platform).flatMap(({ data, never }) =>
      data
        .map(({ name, path }) => ({ name, folder: lastPart(path) }))
        .filter(({ folder }) => !hasWildcard(folder))
        .flatMap(({ name, folder }) =>
          never
            .filter((glob) => glob.startsWith(`{${name}}/`))
            .map((glob) => `**/${folder}${glob.slice(name.length + 2)}`),
        ),
    );
  }
}
