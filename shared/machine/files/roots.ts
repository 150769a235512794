import { lstatSync, type Stats } from 'node:fs';
import { posix as path, win32 } from 'node:path';
import { editionsOn, type Client, type DataRoot, type Pointer } from '../../core/client.ts';
import type { FoundRoot } from '../../core/files.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Platform, Refusal } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { literalPlaces } from './literal-places.ts';
import { codeOf, isDenied, isGone } from './fault.ts';
import { fromDisk, isAbsolute, onDisk, physicalOf, shown, slashed } from './names.ts';
import { offLimits } from './off-limits.ts';
import { pointerName, type Pointers } from './pointers.ts';
import { readBytes } from '../keep/read-regular.ts';
import type { Place } from './wildcards.ts';

/** The data roots of a client that exist here, and those that exist but must not be used. */
export interface Roots {
  readonly found: readonly FoundRoot[];
  readonly refusals: readonly Refusal[];
}

/**
 * Looks for the data roots of a client, as physical paths. A root that is itself a link is refused:
 * what lies behind it is not proven to be the client's (rule R9). So is one that is more than the
 * client's own, whatever a rule, a wildcard or the client's own pointer says.
 */
export function findRoots(
  client: Client,
  platform: Platform,
  places: Places,
  pointers: Pointers = new Map(),
): Known<Roots> {
  const found = new Map<string, FoundRoot>();
  const refusals = new Map<string, Refusal>();
  try {
    for (const edition of editionsOn(client, platform))
      for (const root of edition.data)
        for (const place of whereOf(root, places, pointers)) {
          const physical = physicalRoot(place, places);
          if (typeof physical === 'string')
            found.set(`${root.name}/${physical}`, { name: root.name, path: physical });
          else if (physical) refusals.set(physical.subject, physical);
        }
    return known({ found: [...found.values()], refusals: [...refusals.values()] });
  } catch (error) {
    return unknown(isDenied(error) ? 'denied' : 'failed', messageOf(error));
  }
}

/** The places that a root may have: what the client itself wrote down, and the usual one. */
function whereOf(root: DataRoot, places: Places, pointers: Pointers): readonly Place[] {
  const usual = literalPlaces(root.path, places);
  const pointed =
    root.pointer?.by === 'first-line'
      ? firstLines(root.pointer, places)
      : root.pointer
        ? registered(root.pointer, places, pointers)
        : [];
  return [...pointed, ...usual];
}

function firstLines(
  pointer: { readonly file: string; readonly below?: string },
  places: Places,
): readonly Place[] {
  return literalPlaces(pointer.file, places).flatMap((one) => {
    return pointedAt(firstLine(one.path), pointer.below, places);
  });
}

function registered(
  { key, value, below }: Extract<Pointer, { by: 'registry' }>,
  places: Places,
  pointers: Pointers,
): readonly Place[] {
  return pointedAt(pointers.get(pointerName(key, value)) ?? '', below, places);
}

/** The folder that a client wrote down; `MyDocument:` is what WeChat writes for the documents folder. */
function pointedAt(text: string, below: string | undefined, places: Places): readonly Place[] {
  const [, rest] = /^MyDocument:(.*)$/is.exec(text) ?? [];
  const place = rest === undefined ? text : `${places.documents ?? ''}/${rest}`;
  const folder = win32.isAbsolute(place) && places.appData !== undefined ? slashed(place) : place;
  return isAbsolute(folder) ? [{ path: path.join(folder, below ?? ''), throughLink: false }] : [];
}

function firstLine(file: string): string {
  try {
    const [line = ''] = fromDisk(readBytes(file, 'follow')).split(/\r?\n/, 1);
    return line.trim();
  } catch (error) {
    if (isGone(error)) return ''; // The client wrote nothing down.
    throw error;
  }
}

/** The root as it really is; why it must not be used; undefined where there is none. */
function physicalRoot(place: Place, places: Places): string | Refusal | undefined {
  const own = statOf(place.path);
  if (own === undefined) return undefined;
  const subject = shown(place.path);
  if (own.isSymbolicLink() || place.throughLink)
    return { code: 'link', subject, detail: 'the data folder is a link' };
  if (!own.isDirectory()) return undefined;
  const physical = physicalOf(place.path);
  return offLimits(physical, places) ? { code: 'outside-root', subject } : physical;
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
