import type { DataRoot, Edition, Pointer } from '../../core/client.ts';
import { expand, globToRegExp, placeGlobs, placeValues, type Places } from '../../core/paths.ts';
import { namesIn } from '../../core/glob-walker.ts';
import { mayBe } from './meet.ts';
import { canGlob, pythonGlobs } from './python.ts';

/** How BleachBit calls our places, and what it takes where the environment says nothing. */
const CALLED: Readonly<Record<string, readonly [name: string, otherwise: string]>> = {
  home: ['~', '~'],
  documents: ['~/Documents', '~/Documents'],
  config: ['$XDG_CONFIG_HOME', '~/.config'],
  data: ['$XDG_DATA_HOME', '~/.local/share'],
  cache: ['$XDG_CACHE_HOME', '~/.cache'],
};

/** A data root that BleachBit can find. */
export interface Place {
  readonly root: DataRoot;
  /** As values of a variable; several where a wildcard has to be said twice. */
  readonly values: readonly string[];
  /** Its names from `~` or the top on, to compare it with others. */
  readonly names: readonly string[];
}

/** Why something of a client is not in its cleaner. */
export type Reason = 'low' | 'pointer' | 'unknown-place' | 'too-wide' | 'pattern';

/** The place of a root, or why it has none. */
export function placeOf(root: DataRoot, here: Places): Place | Reason {
  const [, place, rest = ''] = /^(?:\{([^{}]+)\})?(.*)$/s.exec(root.path) ?? [];
  const called = place === undefined ? (['', ''] as const) : CALLED[place];
  if (!called || (place === undefined && !rest.startsWith('/'))) return 'unknown-place';
  if (isTooWide(root.path, here)) return 'too-wide';
  const parts = namesIn(rest);
  if (!parts.every(canGlob)) return 'pattern';
  const values = parts.reduce<readonly string[]>(
    (found, part) => found.flatMap((one) => pythonGlobs(part).map((glob) => `${one}/${glob}`)),
    [called[0]],
  );
  return { root, values, names: [...namesIn(called[1]), ...parts] };
}

/** Whether this is, or holds, a place of this computer that many programs share, the trash, or ours. */
function isTooWide(template: string, here: Places): boolean {
  const path = expand(template, placeValues(here));
  const glob = expand(template, placeGlobs(here));
  // Exported elsewhere than on Linux: such a place is not here to compare with.
  if (path === undefined || glob === undefined) return false;
  const trash = `${here.data ?? `${here.home}/.local/share`}/Trash`;
  const own = [here.ourConfig, here.ourState, trash];
  const isOrHolds = globToRegExp(`${glob}/**`, 'sensitive');
  return (
    namesIn(path).length < 2 ||
    [...Object.values(placeValues(here)), ...own].some(
      (one) => one !== undefined && isOrHolds.test(`${one}/`),
    ) ||
    own.some((one) => path.startsWith(`${one}/`))
  );
}

/** Something of a client that is not in its cleaner. */
export interface Left {
  readonly what: string;
  readonly why: Reason;
}

/** The data roots of these editions, and those that BleachBit cannot find. */
export function placesOf(
  editions: readonly Edition[],
  here: Places,
): { readonly found: readonly Place[]; readonly left: readonly Left[] } {
  const all = editions
    .flatMap((edition) => edition.data)
    .map((root) => ({ root, place: placeOf(root, here) }));
  return {
    found: all.flatMap(({ place }) => (typeof place === 'string' ? [] : [place])),
    left: all.flatMap(({ root: { path, pointer }, place }): readonly Left[] => [
      ...(typeof place === 'string' ? [{ what: path, why: place }] : []),
      ...(pointer ? [{ what: pointerOf(pointer), why: 'pointer' as const }] : []),
    ]),
  };
}

const pointerOf = (pointer: Pointer): string =>
  pointer.by !== 'registry' ? pointer.file : `${pointer.key} ${pointer.value}`;

/** Whether one place may lie inside of another; then what holds in the outer one holds in both. */
export const areApart = (places: readonly Place[]): boolean =>
  !places.some((outer) =>
    places.some(
      (inner) =>
        outer.names.length < inner.names.length &&
        outer.names.every((name, at) => mayBe(name, inner.names[at] ?? '')),
    ),
  );
