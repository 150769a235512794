import { known, map, unknown, type Known } from '../core/known.ts';
import type { Account } from '../core/listing.ts';
import type { Tier } from '../core/model.ts';
import { mayUseFiles, remainingOf, type StatusLine } from '../core/receipt.ts';
import type { ObserveContext } from './context.ts';
import { lookAtProcesses, QUICK_COUNT } from './look.ts';
import { freeable, measure, type Freeable } from './measure.ts';
import { recognizerOf } from './recognizer-of.ts';
import { clientOf } from './run.ts';
import { snapshotsOf, type ClientSnapshot } from './snapshot.ts';

/** What every client is doing now, without a look at its files. */
export const observeAll = (context: ObserveContext): Promise<readonly ClientSnapshot[]> =>
  snapshotsOf(context);

/** What every given client is doing now, and what could be freed, counting at most `limit` files. */
export async function statusOf(
  context: ObserveContext,
  ids: readonly string[],
  limit = QUICK_COUNT,
): Promise<readonly StatusLine[]> {
  const snapshots = new Map((await observeAll(context)).map((one) => [one.client, one]));
  return Promise.all(
    ids.map((id) => {
      const snapshot = snapshots.get(clientOf(context, id).id);
      if (!snapshot) throw new Error(`not looked at: ${id}`);
      return statusLineOf(context, snapshot, limit);
    }),
  );
}

/** What one client was seen doing, and what could be freed now, counting at most `limit` files. */
export async function statusLineOf(
  context: ObserveContext,
  { client: id, seen, presence }: ClientSnapshot,
  limit = QUICK_COUNT,
): Promise<StatusLine> {
  const { machine } = context;
  const client = clientOf(context, id);
  const asks = machine.files.asksBefore;
  const found = asks ? NOT_LOOKED : await measure(machine.files, client, limit);
  // Journals of a client that runs are in use, not left.
  const unmerged = mayUseFiles(seen)
    ? known([])
    : asks
      ? NOT_LOOKED
      : await machine.files.unmerged(client);
  return {
    client: id,
    name: client.name,
    presence,
    ...remainingOf(seen, found, unmerged),
  };
}

/**
 * What a purge of these tiers of one client would take, counting at most `limit` files: for who looks in passing.
 * Not looked at where the system asks a person first; a preview of a purge looks.
 */
export const freeableOf = async (
  context: ObserveContext,
  id: string,
  tiers: readonly Tier[],
  limit = Infinity,
): Promise<Known<Freeable>> =>
  context.machine.files.asksBefore
    ? NOT_LOOKED
    : freeable(context.machine.files, clientOf(context, id), tiers, limit);

/** The accounts of one client, with what each holds; `in-passing` where nobody asked about files. */
export async function accountsOf(
  context: ObserveContext,
  id: string,
  how: 'asked' | 'in-passing' = 'asked',
): Promise<Known<readonly Account[]>> {
  if (how === 'in-passing' && context.machine.files.asksBefore) return NOT_LOOKED;
  const client = clientOf(context, id);
  const { machine } = context;
  const seen = await lookAtProcesses(context, recognizerOf(context), id);
  const found = await machine.files.accounts(client);
  return map(found, (all) =>
    mayUseFiles(seen) ? all.map((one) => ({ ...one, unmerged: known([]) })) : all,
  );
}

const NOT_LOOKED = unknown('not-looked');
