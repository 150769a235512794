import { posix as path } from 'node:path';
import { editionsOn, type Client } from '../../../core/client.ts';
import type { ResetRow } from '../../../core/listing.ts';
import type { Platform, Refusal } from '../../../core/model.ts';
import type { FoundRoot } from '../../../core/removal-rules.ts';
import { shown } from '../names.ts';
import { placesOf } from '../wildcards.ts';
import { exactStat } from './same.ts';

/** A place that a reset means, below which folder its dated folder is made. */
export interface ResetPlace extends Pick<ResetRow, 'path' | 'holds'> {
  readonly base: string;
  /** The data root in which it lies, or that it is. */
  readonly root: string;
}

export interface ResetPlaces {
  readonly places: readonly ResetPlace[];
  readonly refusals: readonly Refusal[];
}

/**
 * What a reset of this client means: the places of its data that hold settings, with `everything` each data root. None
 * lies in another one. A wildcard never leads through a link.
 */
export function resetPlaces(
  client: Client,
  platform: Platform,
  roots: readonly FoundRoot[],
  everything: boolean,
): ResetPlaces {
  const refusals: Refusal[] = [];
  const bases = [...new Set(roots.map((root) => root.path))].filter(outermost);
  const baseOf = (file: string): string =>
    path.dirname(bases.find((one) => isIn(file, one)) ?? file);
  const settings = editionsOn(client, platform).flatMap((edition) => edition.settings ?? []);
  const found = new Map<string, ResetPlace>();
  for (const root of roots) {
    const add = (file: string, holds: ResetRow['holds']): void => {
      if (exactStat(file))
        found.set(file, { path: file, holds, base: baseOf(file), root: root.path });
    };
    const named = settings.flatMap((one) => below(one.path, root.name));
    if (everything) add(root.path, named.includes('') ? 'settings' : 'records');
    else
      for (const rest of named)
        for (const place of rest === '' ? [] : placesOf(rest, root.path))
          if (place.throughLink) refusals.push({ code: 'link', subject: shown(place.path) });
          else if (!isThroughLink(place.path, root.path)) add(place.path, 'settings');
          else refusals.push({ code: 'link', subject: shown(place.path) });
    if (!everything && named.includes('')) add(root.path, 'settings');
  }
  return { places: [...found.values()].filter((one, _, all) => isOuter(one, all)), refusals };
}

/** What follows the name of a root in a template; none where it names another root. */
function below(template: string, root: string): readonly string[] {
  const head = `{${root}}`;
  if (template === head) return [''];
  return template.startsWith(`${head}/`) ? [template.slice(head.length + 1)] : [];
}

/** Whether a folder between the root and the place is a link. */
function isThroughLink(file: string, root: string): boolean {
  for (let at = path.dirname(file); at.length > root.length; at = path.dirname(at))
    if (exactStat(at)?.isSymbolicLink()) return true;
  return false;
}

const isIn = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);

const outermost = (one: string, _: number, all: readonly string[]): boolean =>
  !all.some((other) => other !== one && isIn(one, other));

const isOuter = (one: ResetPlace, all: readonly ResetPlace[]): boolean =>
  !all.some((other) => other !== one && isIn(one.path, other.path));
