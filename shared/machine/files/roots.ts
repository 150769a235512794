import { lstatSync, type Stats } from 'node:fs';
import { editionsOn, type Client } from '../../core/client.ts';
import type { FoundRoot, OtherClient } from '../../core/files.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Platform, Refusal } from '../../core/model.ts';
import { fixedPart, placeValues, type Places } from '../../core/paths.ts';
import { codeOf, isDenied, isGone } from './fault.ts';
import { behindLink } from './behind-link.ts';
import { literalPlaces } from './literal-places.ts';
import { onDisk, physicalOf, shown } from './names.ts';
import { keptFor, offLimits } from './off-limits.ts';
import { overlap } from './others.ts';
import { UnusablePointer } from './pointed.ts';
import type { Pointers } from './pointers.ts';
import { whereOf, type Pointed } from './where.ts';

/** The data roots of a client that exist here, and those that exist but must not be used. */
export interface Roots {
  readonly found: readonly FoundRoot[];
  readonly refusals: readonly Refusal[];
}

/** What a root that is a link is judged by; without it, it is refused. */
export interface Following {
  /** Our own owner id. */
  readonly uid: number;
  readonly others: readonly OtherClient[];
}

/**
 * Looks for the data roots of a client, as physical paths. A root that is itself a link is followed once, where
 * the link and what it leads to are our own and no other client's (people move chats to larger disks so). What
 * is more than the client's own is refused, whatever a rule, a wildcard or the client's own pointer says.
 */
export function findRoots(
  client: Client,
  platform: Platform,
  places: Places,
  pointers: Pointers = new Map(),
  following?: Following,
): Known<Roots> {
  const found = new Map<string, FoundRoot>();
  const refusals = new Map<string, Refusal>();
  try {
    for (const edition of editionsOn(client, platform))
      for (const root of edition.data) {
        const tooWide = client.origin === 'catalogue' ? undefined : wildcardIn(root.path, places);
        if (tooWide) refusals.set(tooWide.subject, tooWide);
        for (const place of tooWide ? [] : whereOf(root, places, pointers)) {
          const physical = physicalRoot(place, places, following);
          if (typeof physical === 'string')
            found.set(`${root.name}/${physical}`, { name: root.name, path: physical });
          else if (physical) refusals.set(physical.subject, physical);
        }
      }
    const roots = [...found.values()];
    for (const refusal of notLookedAt(client, platform, places, roots))
      refusals.set(refusal.subject, refusal);
    return known({ found: roots, refusals: [...refusals.values()] });
  } catch (error) {
    if (error instanceof UnusablePointer) return unknown('unsupported', error.message);
    return unknown(isDenied(error) ? 'denied' : 'failed', messageOf(error));
  }
}

/** A wildcard right below a folder that many programs share would make all of them one client's. */
function wildcardIn(template: string, places: Places): Refusal | undefined {
  const fixed = fixedPart(template, placeValues(places));
  if (!fixed || fixed.rest === '') return undefined;
  const own = statOf(fixed.path || '/');
  if (own === undefined) return undefined;
  const physical = physicalOf(fixed.path || '/');
  if (!offLimits(physical, places) && keptFor(physical, places) === undefined) return undefined;
  const subject = shown(`${fixed.path}/${fixed.rest}`);
  return { code: 'outside-root', subject, detail: 'a wildcard right below a shared folder' };
}

/** Folders of it that exist and in which no root was found. */
function notLookedAt(
  client: Client,
  platform: Platform,
  places: Places,
  found: readonly FoundRoot[],
): readonly Refusal[] {
  return editionsOn(client, platform)
    .flatMap(({ elsewhere = [] }) => elsewhere)
    .flatMap((template) => literalPlaces(template, places))
    .filter(({ path }) => statOf(path)?.isDirectory())
    .filter(({ path }) => !found.some((root) => overlap(root.path, physicalOf(path))))
    .map(({ path }) => ({ code: 'not-looked-at', subject: shown(path) }));
}

/** The root as it really is; why it must not be used; undefined where there is none. */
function physicalRoot(
  place: Pointed,
  places: Places,
  following: Following | undefined,
): string | Refusal | undefined {
  const own = statOf(place.path);
  if (own === undefined) return undefined;
  const subject = shown(place.path);
  const isLink = own.isSymbolicLink();
  if (place.throughLink) return { code: 'link', subject, detail: 'the data folder is a link' };
  if (!isLink && !own.isDirectory()) return undefined;
  const physical = isLink
    ? following && behindLink(place.path, own, following.uid)
    : physicalOf(place.path);
  if (physical === undefined) return { code: 'behind-link', subject };
  const why = keptFor(physical, places);
  if (why !== undefined) return { code: 'outside-root', subject, detail: why };
  if (offLimits(physical, places, place.isNamed))
    return { code: isLink ? 'behind-link' : 'outside-root', subject };
  const isOthers = following?.others.some(({ roots }) =>
    roots.some((root) => overlap(root.path, physical)),
  );
  return isLink && isOthers ? { code: 'behind-link', subject } : physical;
}

function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(onDisk(file));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${codeOf(error)}: ${error.message}` : String(error);
