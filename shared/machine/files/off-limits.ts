import { lstatSync, statSync } from 'node:fs';
import { posix as path } from 'node:path';
import { OFF_LIMITS } from '../../clients/off-limits.ts';
import type { Places } from '../../core/paths.ts';
import { literalPlaces } from './literal-places.ts';
import { onDisk, physicalOf } from './names.ts';

/**
 * Whether a folder is too much to be one client's: the whole computer, a home, a place that many
 * programs share, or a folder that holds one of them. Our own folders and the trash are also not to be
 * looked into. `physical` has no links in it. `mayBeTop`: it may lie right below the top, because the client itself
 * chose the drive (`D:/WeChat Files`), or because a disk of the person's is mounted there.
 */
export function offLimits(physical: string, places: Places, mayBeTop = false): boolean {
  const { ourConfig, ourState, ourManaged = ourConfig, ...shared } = places;
  const trash = path.join(places.data ?? path.join(places.home, '.local/share'), 'Trash');
  const isOrHolds = (place: string): boolean => place === physical || isIn(place, physical);
  const own = [ourConfig, ourState, ourManaged, trash].flatMap(bothWays);
  return (
    (isNearTop(physical) && !(mayBeTop && isPersons(physical))) ||
    [...Object.values(shared), ...own]
      .filter((place) => typeof place === 'string')
      .flatMap(bothWays)
      .some((place) => isOrHolds(place) || isSame(place, physical)) ||
    own.some((place) => isIn(physical, place)) ||
    /\/\.Trash(-\d+)?(\/|$)/.test(physical)
  );
}

/** Why a folder is not to be touched: it is, lies in, or holds what belongs to no chat client. */
export function keptFor(physical: string, places: Places): string | undefined {
  const lies = (place: string): boolean =>
    place === physical || isIn(physical, place) || isIn(place, physical);
  return OFF_LIMITS.find(({ paths }) =>
    paths
      .flatMap((one) => literalPlaces(one, places))
      .flatMap(({ path: place }) => bothWays(place))
      .some((place) => lies(place) && (isIn(physical, place) || exists(place))),
  )?.why;
}

const exists = (place: string): boolean =>
  lstatSync(onDisk(place), { throwIfNoEntry: false }) !== undefined;

/** The top of a file system or a drive, or a folder right below it. */
const isNearTop = (physical: string): boolean =>
  /^(\/|[a-z]:\/?|\/\/[^/]+\/[^/]+\/?)?[^/]*$/i.test(physical);

/** Filesystem Hierarchy Standard 3.0, chapter 3, but for what it means for other disks. */
const SYSTEM =
  /^\/(bin|boot|dev|efi|etc|home|lib|lib32|lib64|libx32|nix|opt|proc|root|run|sbin|snap|sys|tmp|usr|var)?$/;

/** A folder right below the top that the system does not own. */
const isPersons = (physical: string): boolean =>
  /^([a-z]:)?\/[^/]+$/i.test(physical) &&
  !SYSTEM.test(physical) &&
  !/^[a-z]:\/users$/i.test(physical);

const isIn = (inner: string, outer: string): boolean =>
  inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);

/** A place as it is called, and as it really is. */
function bothWays(place: string): readonly string[] {
  try {
    return [place, physicalOf(place)];
  } catch {
    return [place]; // It does not exist yet; its name is not to be used all the same.
  }
}

/** The same folder by another name, e.g. through a bind mount. */
function isSame(place: string, physical: string): boolean {
  try {
    const [one, other] = [statSync(onDisk(place)), statSync(onDisk(physical))];
    return one.dev === other.dev && one.ino === other.ino;
  } catch {
    return false;
  }
}
