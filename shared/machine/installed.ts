import { existsSync } from 'node:fs';
import { editionsOn, type Client } from '../core/client.ts';
import { known, unknown, type Known } from '../core/known.ts';
import type { Platform } from '../core/model.ts';
import { expand, placeValues, type Places } from '../core/paths.ts';
import { codeOf, isDenied } from './files/errno.ts';
import { literalPlaces } from './files/literal-places.ts';
import { onDisk } from './files/names.ts';
import { findRoots } from './files/roots.ts';

/**
 * Whether a client is installed, running or not: a program of its or a folder with its data is where the
 * catalogue says. Programs that could lie anywhere, or inside of a sandbox, cannot be looked for; where a
 * client has nothing else, that is not known. Reads a few folders, never a file.
 */
export function isInstalled(client: Client, platform: Platform, places: Places): Known<boolean> {
  const editions = editionsOn(client, platform);
  if (editions.length === 0) return known(false);
  // A Mac may ask a person before anybody looks at a client's data: there its programs have to do.
  const roots =
    platform === 'macos' ? known({ found: [], refusals: [] }) : findRoots(client, platform, places);
  if (roots.known && roots.value.found.length + roots.value.refusals.length > 0) return known(true);
  const isHere = (template: string): boolean => expand(template, placeValues(places)) !== undefined;
  const programs = editions.flatMap((edition) =>
    edition.roots.flatMap(({ exe, script, sandbox }) => {
      const canLookFor = sandbox === undefined && script === undefined;
      return canLookFor && isHere(exe) && !/\*\*|\[/.test(exe) ? [exe] : [];
    }),
  );
  try {
    if (
      programs.some((one) =>
        literalPlaces(one, places).some(({ path }) => existsSync(onDisk(path))),
      )
    )
      return known(true);
  } catch (error) {
    return unknown(isDenied(error) ? 'denied' : 'failed', codeOf(error));
  }
  if (!roots.known) return roots;
  const hasData = editions.some(({ data }) => data.length > 0);
  return programs.length > 0 || hasData
    ? known(false)
    : unknown('unsupported', 'its program may lie anywhere');
}
