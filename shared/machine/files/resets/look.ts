import type { Client } from '../../../core/client.ts';
import type { ResetListing } from '../../../core/listing.ts';
import type { Platform, Refusal } from '../../../core/model.ts';
import type { FoundRoot } from '../../../core/removal-rules.ts';
import { Fingerprint } from '../fingerprint.ts';
import { shown } from '../names.ts';
import { statOf } from '../stat-of.ts';
import { resetPlaces, type ResetPlace } from './places.ts';
import { exactStat } from './same.ts';
import type { ToMove } from './set-aside.ts';
import { weigh } from './weigh.ts';

/** What a look for a reset needs to know of the disk. */
export interface ResetLook {
  readonly client: Client;
  readonly platform: Platform;
  readonly roots: readonly FoundRoot[];
  readonly refusals: readonly Refusal[];
  readonly everything: boolean;
  readonly uid: number;
  readonly mounts: ReadonlySet<string>;
}

export interface ResetFound {
  readonly listing: ResetListing;
  readonly things: readonly ToMove[];
  /** Places that have to stay, with what is there. */
  readonly stays: readonly ResetPlace[];
}

/** One place by itself, as a look has it; a refusal where it has to stay. */
export async function weighAt(
  place: ResetPlace,
  uid: number,
): Promise<ToMove | Refusal | undefined> {
  const device = exactStat(place.root)?.dev;
  if (device === undefined) return undefined;
  const weight = await weigh(place.path, { uid, mounts: new Set(), device });
  return weight === undefined || 'code' in weight ? weight : { ...place, weight };
}

/** What would be set aside now, each place weighed whole, and what has to stay. Changes nothing. */
export async function lookForReset(look: ResetLook): Promise<ResetFound> {
  const { client, platform, roots, everything, uid, mounts } = look;
  const wanted = resetPlaces(client, platform, roots, everything);
  const refusals: Refusal[] = [...look.refusals, ...wanted.refusals];
  const things: ToMove[] = [];
  const stays: ResetPlace[] = [];
  const print = new Fingerprint();
  for (const place of wanted.places) {
    const device = exactStat(place.root)?.dev;
    const base = exactStat(place.base)?.dev;
    if (device === undefined) continue;
    // A root that is mounted has no folder beside it on its own file system.
    const weighed =
      base === device
        ? await weigh(place.path, { uid, mounts, device })
        : ({ code: 'other-file-system', subject: shown(place.path) } as const);
    if (weighed === undefined) continue;
    if ('code' in weighed) {
      refusals.push(weighed);
      stays.push(place);
      continue;
    }
    print.include(place.path, `${weighed.mark} ${weighed.print}`);
    const linked = roots.some((root) => root.path === place.path && root.isLinked);
    const mode = linked ? statOf(place.path)?.mode : undefined;
    things.push({
      ...place,
      weight: weighed,
      ...(mode === undefined ? {} : { remake: mode & 0o7777 }),
    });
  }
  const rows = things.map(({ path, holds, weight: { files, bytes } }) => ({
    ...{ path: shown(path), holds, files, bytes },
  }));
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const [files, bytes] = [sum((row) => row.files), sum((row) => row.bytes)];
  return { listing: { rows, files, bytes, refusals, code: print.text }, things, stays };
}
