import { editionsOn, type Client } from '../../core/client.ts';
import type { FoundRoot, OtherClient } from '../../core/removal-rules.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Platform, Refusal } from '../../core/model.ts';
import { fixedPart, placeValues, type Places } from '../../core/paths.ts';
import { codeOf, isDenied } from './errno.ts';
import { behindLink } from './behind-link.ts';
import { literalPlaces } from './literal-places.ts';
import { physicalOf, shown, type ReadFolders } from './names.ts';
import { ofAnotherProgram } from './of-another-program.ts';
import { OffLimits } from './off-limits.ts';
import { hiddenIn, overlap } from './others.ts';
import { UnusablePointer } from './pointed.ts';
import type { Pointers } from './pointers.ts';
import { statOf } from './stat-of.ts';
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

/** The other paths of a folder, through mounts. */
type OtherNames = (folder: string) => readonly string[];

/**
 * Looks for the data roots of a client, as physical paths. A root that is itself a link is followed once, where
 * the link and what it leads to are our own and no other client's (people move chats to larger disks so). What
 * is more than the client's own is refused, whatever a rule, a wildcard or the client's own pointer says, and by
 * whichever of its names (`otherNames`: what is mounted twice).
 */
export function findRoots(
  client: Client,
  platform: Platform,
  places: Places,
  pointers: Pointers = new Map(),
  following?: Following,
  otherNames: OtherNames = () => [],
  read?: ReadFolders,
): Known<Roots> {
  const found = new Map<string, FoundRoot>();
  const refusals = new Map<string, Refusal>();
  const offLimits = new OffLimits(places);
  try {
    for (const edition of editionsOn(client, platform))
      for (const root of edition.data) {
        const tooWide =
          client.origin === 'catalogue'
            ? undefined
            : wildcardIn(root.path, places, offLimits, otherNames);
        if (tooWide) refusals.set(tooWide.subject, tooWide);
        for (const place of tooWide ? [] : whereOf(root, places, pointers, read)) {
          const physical = physicalRoot(place, client, {
            places,
            offLimits,
            following,
            otherNames,
          });
          if (typeof physical === 'string')
            found.set(`${root.name}/${physical}`, {
              ...{ name: root.name, path: physical },
              ...(statOf(place.path)?.isSymbolicLink() ? { isLinked: true as const } : {}),
            });
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
function wildcardIn(
  template: string,
  places: Places,
  offLimits: OffLimits,
  otherNames: OtherNames,
): Refusal | undefined {
  const fixed = fixedPart(template, placeValues(places));
  if (!fixed || fixed.rest === '') return undefined;
  const own = statOf(fixed.path || '/');
  if (own === undefined) return undefined;
  const physical = physicalOf(fixed.path || '/');
  const isOurs = (name: string): boolean =>
    !offLimits.has(name) && offLimits.keptFor(name) === undefined;
  if ([physical, ...otherNames(physical)].every(isOurs)) return undefined;
  const subject = shown(`${fixed.path}/${fixed.rest}`);
  return { code: 'outside-root', subject, detail: 'a wildcard right below a shared folder' };
}

/** A disk of the person's that is mounted right below the top as well (`/data`), and no part of the system. */
const isTopOfDisk = (name: string): boolean => {
  const own = statOf(name);
  return own !== undefined && own.dev !== statOf('/')?.dev;
};

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

/** What a root is judged by. */
interface Judging {
  readonly places: Places;
  readonly offLimits: OffLimits;
  readonly following: Following | undefined;
  readonly otherNames: OtherNames;
}

/** The root as it really is; why it must not be used; undefined where there is none. */
function physicalRoot(
  place: Pointed,
  client: Client,
  { places, offLimits, following, otherNames }: Judging,
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
  const others = following?.others ?? [];
  const aliases = otherNames(physical);
  const names = [physical, ...aliases];
  const why = names.map((name) => offLimits.keptFor(name)).find((one) => one !== undefined);
  if (why !== undefined) return { code: 'outside-root', subject, detail: why };
  const mayBeTop = (name: string): boolean =>
    name === physical ? place.isNamed === true && /^[a-z]:/i.test(name) : isTopOfDisk(name);
  if (names.some((name) => offLimits.has(name, mayBeTop(name))))
    return { code: isLink ? 'behind-link' : 'outside-root', subject };
  const isOthers = others.some(({ roots }) => roots.some((root) => overlap(root.path, physical)));
  if (isLink && isOthers) return { code: 'behind-link', subject };
  if (isLink && names.some((name) => ofAnotherProgram(name, client, places)))
    return { code: 'behind-link', subject, detail: 'a folder of another program' };
  const owner = hiddenIn(others, physical, aliases);
  if (!owner) return physical;
  const detail = `another name of a data folder of ${owner.client.id}`;
  return { code: 'outside-root', subject, detail };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${codeOf(error)}: ${error.message}` : String(error);
