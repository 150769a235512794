import { realpathSync, statSync } from 'node:fs';
import { known } from '../core/known.ts';
import type { Places } from '../core/paths.ts';
import { absolutePath } from '../core/recognition/absolute-path.ts';
import { namesNobody } from '../core/recognition/names-nobody.ts';
import { settledPlace } from '../core/recognition/place.ts';
import {
  confirmed,
  confirmedAs,
  denied,
  forgotten,
  isSettled,
  type SettledPlaces,
} from '../core/recognition/settled-places.ts';
import type { FileFault } from './json-file.ts';
import { keepPlaces, settledPlaces } from './places-file.ts';

/** What a person says about a program at a place. */
export type Settling =
  | { readonly say: 'is'; readonly client: string }
  | { readonly say: 'is-not' }
  | { readonly say: 'forget' };

/** What came of it: the place as it is kept, or why it cannot be settled. */
export type Settlement =
  | {
      readonly done: true;
      readonly place: string;
      readonly now: SettledPlaces;
      /** A program that runs may have lost its file; a slip of the pen has none either. */
      readonly isThere: boolean;
    }
  | { readonly done: false; readonly why: 'unreadable'; readonly fault: FileFault }
  | {
      readonly done: false;
      readonly why: 'managed' | 'runs-others' | 'not-settled' | 'folder';
      readonly place: string;
    }
  /** A denial would turn a client that runs into one that has gone. */
  | {
      readonly done: false;
      readonly why: 'confirmed' | 'certain';
      readonly place: string;
      readonly as: string;
    };

/** What is known where something is settled. */
export interface Around {
  /** Where a relative path begins. */
  readonly cwd?: string;
  /** The client that is at a place for certain: a denial of it would have no effect. */
  readonly certainAs?: (place: string) => string | undefined;
}

/** Remembers what the program at a path is. Throws StateFault. */
export async function settlePlace(
  places: Places,
  path: string,
  settling: Settling,
  { cwd = '/', certainAs = () => undefined }: Around = {},
): Promise<Settlement> {
  const { own, managed, faults } = await settledPlaces(places);
  const [fault] = faults;
  if (fault) return { done: false, why: 'unreadable', fault };
  const place = placeIn(path, cwd);
  if (isSettled(managed, place)) return { done: false, why: 'managed', place };
  const as = confirmedAs(own, place);
  const kind = kindAt(path, cwd);
  // A file of places holds no such path, so nobody could read it afterwards.
  if (/\p{Cc}/u.test(place) || place === '/') return { done: false, why: 'folder', place };
  if (settling.say !== 'forget' && kind === 'folder') return { done: false, why: 'folder', place };
  if (settling.say !== 'forget' && namesNobody(place))
    return { done: false, why: 'runs-others', place };
  if (settling.say === 'is-not' && as !== undefined)
    return { done: false, why: 'confirmed', place, as };
  const certain = settling.say === 'is-not' ? certainAs(place) : undefined;
  if (certain !== undefined) return { done: false, why: 'certain', place, as: certain };
  if (settling.say === 'forget' && !isSettled(own, place))
    return { done: false, why: 'not-settled', place };
  const now = after(own, place, settling);
  keepPlaces(places, now);
  return { done: true, place, now, isThere: kind !== 'nothing' };
}

function after(own: SettledPlaces, place: string, settling: Settling): SettledPlaces {
  switch (settling.say) {
    case 'is':
      return confirmed(own, settling.client, place);
    case 'is-not':
      return denied(own, place);
    case 'forget':
      return forgotten(own, place);
  }
}

/** A path of Windows is inside of Wine, where we do not look. */
function kindAt(path: string, cwd: string): 'file' | 'folder' | 'nothing' {
  const absolute = absolutePath(path, known(cwd));
  if (!absolute.startsWith('/')) return 'file';
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** As the kernel will name it: absolute, behind its links; what is no file here is taken as it is. */
function placeIn(path: string, cwd: string): string {
  const absolute = absolutePath(path, known(cwd));
  try {
    return settledPlace(realpathSync(absolute));
  } catch {
    return settledPlace(absolute);
  }
}
