import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import { OFF_LIMITS } from '../../clients/off-limits.ts';
import { fixedPart, globTest, placeValues, type Places } from '../../core/paths.ts';
import { isGone } from './errno.ts';
import { literalPlaces } from './literal-places.ts';
import { bothWays, namesOf, onDisk } from './names.ts';

/** A place that belongs to no chat client, as it is called or as it really is. */
export interface KeptPlace {
  readonly path: string;
  /** Something has this name now. */
  readonly isHere: boolean;
  readonly why: string;
}

/**
 * Every place of OFF_LIMITS on this computer. Each folder above them is read once. Throws where one in which a
 * wildcard has to be looked up cannot be read.
 */
export function keptPlaces(places: Places): readonly KeptPlace[] {
  const values = placeValues(places);
  const folders = new Map<string, Names>();
  return OFF_LIMITS.flatMap(({ why, paths }) =>
    paths.flatMap(placesIn).map((one) => ({ ...one, why })),
  );

  function placesIn(template: string): readonly Omit<KeptPlace, 'why'>[] {
    const fixed = fixedPart(template, values);
    if (!fixed) return [];
    const file = fixed.rest === '' ? fixed.path : `${fixed.path}/${fixed.rest}`;
    const [folder, name] = [path.dirname(file), path.basename(file)];
    const isExact = fixed.rest === '';
    const names = isExact || folder === fixed.path ? namesIn(folder) : 'unread';
    // Most programs are not here: then their place is nothing but a name.
    if (names !== 'unread' && !names.has(isExact ? name.toLowerCase() : name))
      return isExact ? [{ path: file, isHere: false }] : [];
    return literalPlaces(template, places).flatMap((one) => {
      const isHere = exists(one.path);
      return bothWays(one.path).map((way) => ({ path: way, isHere }));
    });
  }

  function namesIn(folder: string): Names {
    let names = folders.get(folder);
    if (!names) folders.set(folder, (names = readNames(folder)));
    return names;
  }
}

/** The names in a folder in small letters, and whether one of them is meant; `unread`: nobody knows. */
type Names = { has(name: string): boolean } | 'unread';

function readNames(folder: string): Names {
  try {
    const { names } = namesOf(folder);
    const small = new Set(names.map((one) => one.toLowerCase()));
    return {
      has: (name) => (name.includes('*') ? names.some(startsAs(name)) : small.has(name)),
    };
  } catch (error) {
    return isGone(error) ? { has: () => false } : 'unread';
  }
}

/** Compiling a glob costs more than the few letters before its first star. */
function startsAs(glob: string): (name: string) => boolean {
  const start = glob.slice(0, glob.indexOf('*'));
  return (name) => name.startsWith(start) && globTest(glob, 'sensitive').test(name);
}

const exists = (place: string): boolean =>
  lstatSync(onDisk(place), { throwIfNoEntry: false }) !== undefined;
