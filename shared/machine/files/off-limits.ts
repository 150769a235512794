import { statSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Places } from '../../core/paths.ts';
import { keptPlaces, type KeptPlace } from './kept-places.ts';
import { bothWays, onDisk } from './names.ts';
import { inode } from './unit.ts';

/**
 * What is nobody's chat client, or more than one client's. Made for one look at data roots: the places are read
 * when the first folder is asked about, and hold for the others.
 */
export class OffLimits {
  private readonly places: Places;
  private kept: readonly KeptPlace[] | undefined;
  private shared: readonly SharedPlace[] | undefined;

  constructor(places: Places) {
    this.places = places;
  }

  /** Why a folder is not to be touched: it is, lies in, or holds what belongs to no chat client. */
  keptFor(physical: string): string | undefined {
    this.kept ??= keptPlaces(this.places);
    return this.kept.find(
      ({ path: place, isHere }) =>
        isIn(physical, place) || (isHere && (place === physical || isIn(place, physical))),
    )?.why;
  }

  /**
   * Whether a folder is too much to be one client's: the whole computer, a home, a place that many
   * programs share, or a folder that holds one of them. Our own folders and the trash are also not to be
   * looked into. `physical` has no links in it. `mayBeTop`: it may lie right below the top, because the client itself
   * chose the drive (`D:/WeChat Files`), or because a disk of the person's is mounted there.
   */
  has(physical: string, mayBeTop = false): boolean {
    this.shared ??= sharedPlaces(this.places);
    const own = idOf(physical);
    return (
      (isNearTop(physical) && !(mayBeTop && isPersons(physical))) ||
      this.shared.some(
        ({ path: place, isOurs, id }) =>
          place === physical ||
          isIn(place, physical) ||
          (isOurs && isIn(physical, place)) ||
          (id !== undefined && id === own),
      ) ||
      /\/\.Trash(-\d+)?(\/|$)/.test(physical)
    );
  }
}

/** A folder of many programs, or of ours, into which nobody may look. */
interface SharedPlace {
  readonly path: string;
  readonly isOurs: boolean;
  /** Device and inode: the same folder may have another name, e.g. through a bind mount. */
  readonly id: string | undefined;
}

function sharedPlaces(places: Places): readonly SharedPlace[] {
  const { ourConfig, ourState, ourManaged = ourConfig, ...shared } = places;
  const trash = path.join(places.data ?? path.join(places.home, '.local/share'), 'Trash');
  const named = (place: string, isOurs: boolean): readonly SharedPlace[] => {
    const id = idOf(place);
    return bothWays(place).map((way) => ({ path: way, isOurs, id }));
  };
  return [
    ...Object.values(shared)
      .filter((place) => typeof place === 'string')
      .flatMap((place) => named(place, false)),
    ...[ourConfig, ourState, ourManaged, trash].flatMap((place) => named(place, true)),
  ];
}

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

function idOf(place: string): string | undefined {
  try {
    const own = statSync(onDisk(place), { throwIfNoEntry: false });
    return own && inode(own);
  } catch {
    return undefined;
  }
}
