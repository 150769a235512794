import { distance } from 'fastest-levenshtein';
import { foldedName } from '../../core/client-names.ts';

/** Further away it is another word. */
const MOST = 3;
const SIMILAR = 0.5;

/** Those of these names that somebody may have meant: the nearest by letters, else what begins so. At most three. */
export function nearest(said: string, names: readonly string[]): readonly string[] {
  const wanted = foldedName(said);
  if (wanted === '') return [];
  const near = names
    .map((name) => ({ name, away: distance(wanted, foldedName(name)) }))
    .filter(({ name, away }) => {
      const longer = Math.max(wanted.length, foldedName(name).length);
      return away <= MOST && 1 - away / longer >= SIMILAR;
    });
  const least = Math.min(...near.map(({ away }) => away));
  const found = near.filter(({ away }) => away === least).map(({ name }) => name);
  const begins = names.filter((name) => wanted.length > 1 && foldedName(name).startsWith(wanted));
  return [...new Set(least > 1 && begins.length > 0 ? begins : found)].slice(0, 3);
}
