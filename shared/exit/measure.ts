import type { Client } from '../core/client.ts';
import { known, unknown, type Known } from '../core/known.ts';
import { sumOf, type Listing } from '../core/listing.ts';
import type { Tier } from '../core/model.ts';
import type { Sizes } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';

/** What could be freed, and what a bad exit left, counting at most `limit` files. */
export async function measure(
  machine: Pick<Machine, 'list'>,
  client: Client,
  limit: number,
): Promise<Known<Sizes>> {
  const listed = await machine.list(client, { tiers: ['cache', 'leftover'] }, limit);
  if (!listed.known) return listed;
  const { listing } = listed.value;
  const hidden = hiding(listing);
  if (hidden) return hidden;
  return known({
    bytes: sumOf(listing, 'cache').bytes,
    leftovers: sumOf(listing, 'leftover').files,
  });
}

/** Files and bytes that some tiers of a client come to, to the last file. */
export interface Freeable {
  readonly files: number;
  readonly bytes: number;
}

/** What a purge of these tiers would take; not known where something of it cannot be seen. */
export async function freeable(
  machine: Pick<Machine, 'list'>,
  client: Client,
  tiers: readonly Tier[],
  limit: number,
): Promise<Known<Freeable>> {
  const listed = await machine.list(client, { tiers }, limit);
  if (!listed.known) return listed;
  const { listing } = listed.value;
  const hidden = hiding(listing);
  return hidden ?? known(sumOf(listing, ...tiers));
}

/** Behind a folder that we may not read, or a root that we may not use, there may be more. */
function hiding({ refusals }: Listing): Known<never> | undefined {
  const hidden = refusals.find(({ code, detail }) => HIDES.has(code) || detail === ROOT);
  return hidden && unknown('denied', hidden.subject);
}

const HIDES: ReadonlySet<string> = new Set(['denied', 'outside-root']);
const ROOT = 'the data folder is a link';
