import type { Client } from '../core/client.ts';
import { known, unknown, type Known } from '../core/known.ts';
import { sumOf } from '../core/listing.ts';
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
  // Behind a folder that we may not read, or a root that we may not use, there may be more.
  const hidden = listing.refusals.find(({ code, detail }) => HIDES.has(code) || detail === ROOT);
  if (hidden) return unknown('denied', hidden.subject);
  return known({
    bytes: sumOf(listing, 'cache').bytes,
    leftovers: sumOf(listing, 'leftover').files,
  });
}

const HIDES: ReadonlySet<string> = new Set(['denied', 'outside-root']);
const ROOT = 'the data folder is a link';
