import { fixedPart, placeValues, type Places } from '../../core/paths.ts';
import type { ReadFolders } from './names.ts';
import { placesOf, type Place } from './wildcards.ts';

/**
 * The places behind a path template. A place of the person's own (home, documents …) is literal: only the
 * template's own wildcards stand for others. None where the template needs a place that is not here.
 */
export function literalPlaces(
  template: string,
  places: Places,
  read?: ReadFolders,
): readonly Place[] {
  const fixed = fixedPart(template, placeValues(places));
  if (!fixed) return [];
  return placesOf(fixed.rest, fixed.path === '' ? undefined : fixed.path, read);
}
