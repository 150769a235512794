import { posix as path } from 'node:path';
import type { ResetListing } from '../../../core/listing.ts';
import { shown } from '../names.ts';
import type { ResetThing, BroughtBack } from '../../port/resets.ts';
import type { RestoreOrder } from '../../port/removal.ts';
import { DATED_FOLDERS } from './dated.ts';
import type { ResetFound } from './look.ts';
import { weighAt } from './look.ts';
import { markAt, moveBack, stateOf, sweepDated } from './move.ts';
import type { KeptReset, RecordedThing } from './records.ts';
import { moveAway, type Moving, type ToMove } from './set-aside.ts';

/**
 * Brings back what a record names: what is in its place now is set aside first, in a record of its own; if any of
 * that cannot be, nothing comes back. What an interrupted run brought back already stays where it is.
 */
export async function bringBackReset(
  record: KeptReset,
  found: ResetFound,
  order: RestoreOrder | 'dry',
  moving: Moving,
): Promise<BroughtBack> {
  const before = record.things.map((thing) => ({ thing, state: stateOf(thing) }));
  const isDone = !before.some(({ state }) => state === 'set-aside');
  const homes = before.filter(({ state }) => state === 'set-aside').map(({ thing }) => thing);
  const { things: also, stays } = isDone ? found : await withHomes(homes, found, moving.uid);
  const newer = isDone ? [] : newerThan(record, also);
  const blocked = newerThan(record, stays).map(({ path }) => path);
  const listing = listingOf(newer);
  if (order === 'dry' || isDone)
    return {
      things: before.map(({ thing, state }) => shownAs(thing, state)),
      ...(newer.length > 0 ? { newer: wouldGo(newer, listing, record) } : {}),
    };
  // What must stay where it is, is where something would come back to.
  const [inTheWay] = blocked;
  if (inTheWay !== undefined)
    return refusedFor(before, { code: 'denied', subject: shown(inTheWay) });
  const went = await moveAway(
    newer.map(unmade),
    listing,
    { ...causeOf(record), stayed: [] },
    order,
    moving,
  );
  const [refusal] = went.refusals;
  if (refusal ?? went.recordNotKept ?? went.stopped) {
    const why = refusal ?? ({ code: 'denied', subject: record.client } as const);
    return { ...refusedFor(before, went.stopped ? undefined : why), newer: went };
  }
  const things: ResetThing[] = [];
  for (const { thing } of before) {
    const stopped = order.cancelled?.aborted === true;
    const why = stopped ? undefined : await order.mayTouch();
    if (stopped || why) {
      things.push(shownAs(thing, stateOf(thing) === 'set-aside' ? 'stopped' : stateOf(thing)));
      continue;
    }
    things.push(shownAs(thing, moveBack(thing)));
  }
  sweepDated(record.things);
  return { things, ...(went.things > 0 ? { newer: went } : {}) };
}

/** What comes back takes its place: nothing is made there again. */
const unmade = (one: ToMove): ToMove => ({ ...one, remake: undefined });

/** What stands where something comes back to counts too, also where the client's folders are elsewhere by now. */
async function withHomes(
  homes: readonly RecordedThing[],
  found: ResetFound,
  uid: number,
): Promise<Pick<ResetFound, 'things' | 'stays'>> {
  const seen = [...found.things, ...found.stays].map(({ path }) => path);
  const things = [...found.things];
  const stays = [...found.stays];
  for (const { from, to } of homes) {
    if (seen.some((path) => `${from}/`.startsWith(`${path}/`))) continue;
    const base = to.slice(0, to.indexOf(`/${DATED_FOLDERS}/`));
    const place = { path: from, holds: 'settings', base, root: path.dirname(from) } as const;
    const weighed = await weighAt(place, uid);
    if (weighed === undefined) continue;
    if ('code' in weighed) stays.push(place);
    else things.push(weighed);
  }
  return { things, stays };
}

/** What is there now and is none of what the record names, nor what had to stay when it was made. */
function newerThan<T extends { readonly path: string }>(
  { things, stayed }: KeptReset,
  all: readonly T[],
): readonly T[] {
  const known = new Set([...things, ...stayed].map(({ from, mark }) => `${from}\0${mark}`));
  // Nothing comes back in its place: it stays.
  const lost = new Set(things.filter((one) => stateOf(one) === 'missing').map(({ from }) => from));
  return all.filter(({ path }) => !lost.has(path) && !known.has(`${path}\0${markAt(path) ?? ''}`));
}

function listingOf(things: readonly ToMove[]): ResetListing {
  const rows = things.map(({ path, holds, weight: { files, bytes } }) => ({
    ...{ path: shown(path), holds, files, bytes },
  }));
  const [files, bytes] = [
    rows.reduce((sum, row) => sum + row.files, 0),
    rows.reduce((sum, row) => sum + row.bytes, 0),
  ];
  return { rows, files, bytes, refusals: [], code: '' };
}

const causeOf = ({ client, everything }: KeptReset) => ({
  ...{ client, by: 'restore' as const },
  ...(everything ? { everything } : {}),
});

const wouldGo = (
  newer: readonly ToMove[],
  { files, bytes }: ResetListing,
  { everything }: KeptReset,
) => ({
  ...{ folders: [], things: newer.length, files, bytes, refusals: [] },
  ...(everything ? { everything } : {}),
});

const refusedFor = (
  before: readonly { readonly thing: RecordedThing; readonly state: ResetThing['state'] }[],
  refusal: BroughtBack['refusal'],
): BroughtBack => ({
  things: before.map(({ thing, state }) =>
    shownAs(thing, state === 'set-aside' ? 'stopped' : state),
  ),
  ...(refusal ? { refusal } : {}),
});

const shownAs = ({ from, to }: RecordedThing, state: ResetThing['state']): ResetThing => ({
  from: shown(from),
  to: shown(to),
  state,
});
