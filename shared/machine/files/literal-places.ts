import { fixedPart, placeValues, type Places } from '../../core/paths.ts';
import { placesOf, type Place } from './wildcards.ts';

/**
 * The places behind a path template. A place of the person's own (home, documents …) is literal: only the
 * template's own wildcards stand for others. None where the template needs a place that is not here.
 */
export function literalPlaces(template: string, places: Places): readonly Place[] {
  const fixed = fixedPart(template, placeValues(places));
  if (!fixed) return [];
  return fixed.path === '' ? placesOf(fixed.rest) : placesOf(fixed.rest, fixed.path);
}
