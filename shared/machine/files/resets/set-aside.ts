import type { ResetListing } from '../../../core/listing.ts';
import type { Refusal } from '../../../core/model.ts';
import type { MoveResult } from '../../port/resets.ts';
import type { RestoreOrder } from '../../port/removal.ts';
import { shown } from '../names.ts';
import { resetId, datedPlace, DATED_FOLDERS } from './dated.ts';
import { moveOut } from './move.ts';
import type { ResetPlace } from './places.ts';
import { keepReset, type KeptReset } from './records.ts';
import type { Weight } from './weigh.ts';

/** A place that may be moved, as it was when it was listed. */
export interface ToMove extends ResetPlace {
  readonly weight: Weight;
  /** The mode of a folder that a link leads to: it is made again, so that the link leads somewhere. */
  readonly remake?: number | undefined;
}

export interface Moving {
  readonly uid: number;
  readonly now: () => number;
  /** Where a record may be kept. */
  readonly folders: readonly string[];
  /** Who uses one of these files, as a refusal. */
  readonly inUse: (all: readonly ToMove[]) => Promise<Refusal | undefined>;
}

type Cause = Pick<KeptReset, 'client' | 'by' | 'everything' | 'stayed'>;

/**
 * Moves each of these into its dated folder, the record first; asks before each whether it still may. Whatever is
 * interrupted leaves a record that says of each thing where it is.
 */
export async function moveAway(
  all: readonly ToMove[],
  listing: ResetListing,
  cause: Cause,
  order: RestoreOrder,
  { uid, now, folders, inUse }: Moving,
): Promise<MoveResult> {
  const refusals: Refusal[] = [...listing.refusals];
  const nothing = { folders: [], things: 0, files: 0, bytes: 0, refusals };
  if (all.length === 0) return nothing;
  const asked = async (): Promise<Refusal | undefined> =>
    (await order.mayTouch()) ?? (await inUse(all));
  const first = await asked();
  if (first) return { ...nothing, refusals: [...refusals, first] };
  const id = resetId(now());
  const things = all.map(({ path: from, base, weight }) => ({
    ...{ from, to: datedPlace(base, id, from), mark: weight.mark },
  }));
  const { files, bytes } = listing;
  const record: KeptReset = {
    ...{ id, at: new Date(now()).toISOString(), ...cause, files, bytes, things },
  };
  const fault = keepReset(folders, record);
  if (fault) return { ...nothing, recordNotKept: fault };
  const went: ToMove[] = [];
  let stopped = false;
  for (const [at, one] of all.entries()) {
    const thing = things[at];
    if (!thing) continue;
    if ((stopped = order.cancelled?.aborted ?? false)) break;
    const refused = at === 0 ? undefined : await asked();
    if (refused) {
      refusals.push(refused);
      break;
    }
    const code = moveOut(thing, uid, one.remake);
    if (code) refusals.push({ code, subject: shown(one.path) });
    else went.push(one);
  }
  return {
    ...(went.length > 0 ? { record: id } : {}),
    folders: [...new Set(went.map(({ base }) => shown(`${base}/${DATED_FOLDERS}/${id}`)))],
    things: went.length,
    files: went.reduce((sum, { weight }) => sum + weight.files, 0),
    bytes: went.reduce((sum, { weight }) => sum + weight.bytes, 0),
    ...(cause.everything ? { everything: true } : {}),
    refusals,
    ...(stopped ? { stopped } : {}),
  };
}
