import { known } from '../../core/known.ts';
import type { ResetListing } from '../../core/listing.ts';
import type { Refusal } from '../../core/model.ts';
import type { MoveResult, Resets, ResetThing } from '../port/resets.ts';
import type { RestoreOrder } from '../port/removal.ts';
import type { SimulatedFile, SimulatedReset, World } from './world.ts';

/** Setting aside in a world: a file is at its place, or in one record. */
export function resetsIn(world: World): Resets {
  const wanted = (client: string, everything: boolean): readonly SimulatedFile[] =>
    world.files.filter((one) => one.client === client && (everything || one.isSettings));
  return {
    list: async ({ id }, everything) => {
      const files = wanted(id, everything);
      const cause = { client: id, by: 'reset', everything } as const;
      return known({
        listing: listingOf(files),
        shares: [],
        moveAway: (order) => moveAway(world, files, cause, order),
      });
    },
    records: () =>
      world.resets.toReversed().map((one) => ({
        ...{ id: one.id, client: one.client, by: one.by, at: new Date(one.at).toISOString() },
        ...(one.everything ? { everything: true as const } : {}),
        ...sumOf(one.files),
        things: thingsOf(one, 'set-aside'),
      })),
    reached: async (id) =>
      known(world.resets.filter((one) => one.id === id).map(({ client }) => client)),
    back: async (id, client, order) => {
      const record = world.resets.find((one) => one.id === id && one.client === client.id);
      if (!record) return undefined;
      if (order === 'dry') return { things: thingsOf(record, 'set-aside') };
      const cause = { client: client.id, by: 'restore', everything: record.everything } as const;
      const newer = await moveAway(world, wanted(client.id, record.everything), cause, order);
      const [refusal] = newer.refusals;
      if (refusal) return { things: thingsOf(record, 'stopped'), newer, refusal };
      world.files = [...world.files, ...record.files];
      world.resets = world.resets.filter((one) => one !== record);
      return { things: thingsOf(record, 'at-home'), ...(newer.things > 0 ? { newer } : {}) };
    },
  };
}

async function moveAway(
  world: World,
  files: readonly SimulatedFile[],
  cause: Pick<SimulatedReset, 'client' | 'by' | 'everything'>,
  order: RestoreOrder,
): Promise<MoveResult> {
  const refusals: Refusal[] = [];
  const went: SimulatedFile[] = [];
  for (const file of files) {
    const refused = await order.mayTouch();
    if (refused) refusals.push(refused);
    if (refused || order.cancelled?.aborted) break;
    const living = world.actors.map((actor) => actor.process);
    world.deeds.push({ deed: 'moved', file, living, at: world.now });
    world.files = world.files.filter((one) => one !== file);
    went.push(file);
  }
  const id = `reset-${world.deeds.length}`;
  if (went.length > 0) world.resets.push({ ...cause, id, at: world.now, files: went });
  return {
    ...(went.length > 0 ? { record: id } : {}),
    ...{ folders: [], things: went.length, ...sumOf(went), refusals },
  };
}

const sumOf = (files: readonly SimulatedFile[]) => ({
  files: files.length,
  bytes: files.reduce((sum, one) => sum + one.bytes, 0),
});

function listingOf(files: readonly SimulatedFile[]): ResetListing {
  const rows = files.map(({ path, bytes, isSettings }) => ({
    ...{ path, holds: isSettings ? ('settings' as const) : ('records' as const), files: 1, bytes },
  }));
  return { rows, ...sumOf(files), refusals: [], code: rows.map(({ path }) => path).join(' ') };
}

const thingsOf = ({ files, id }: SimulatedReset, state: ResetThing['state']) =>
  files.map(({ path }) => ({ from: path, to: `${id}/${path}`, state }));
