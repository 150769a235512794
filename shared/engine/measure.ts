import type { Client } from '../core/client.ts';
import { known, map, unknown, type Known } from '../core/known.ts';
import { sumOf, type Listing } from '../core/listing.ts';
import type { Refusal, Tier } from '../core/model.ts';
import type { Sizes } from '../core/receipt.ts';
import type { Files } from '../machine/port/files.ts';

/** What could be freed, and what a bad exit left, counting at most `limit` files. */
export const measure = async (
  files: Pick<Files, 'list'>,
  client: Client,
  limit: number,
): Promise<Known<Sizes>> =>
  map(await whole(files, client, ['cache', 'leftover'], limit), (listing) => ({
    bytes: sumOf(listing, 'cache').bytes,
    leftovers: sumOf(listing, 'leftover').files,
  }));

/** Files and bytes that some tiers of a client come to, to the last file. */
export interface Freeable {
  readonly files: number;
  readonly bytes: number;
}

/** What a purge of these tiers would take; not known where something of it cannot be seen. */
export const freeable = async (
  files: Pick<Files, 'list'>,
  client: Client,
  tiers: readonly Tier[],
  limit: number,
): Promise<Known<Freeable>> =>
  map(await whole(files, client, tiers, limit), (listing) => sumOf(listing, ...tiers));

/** A listing of all there is: behind a folder that we may not read, or a root that we may not use, is more. */
async function whole(
  files: Pick<Files, 'list'>,
  client: Client,
  tiers: readonly Tier[],
  limit: number,
): Promise<Known<Listing>> {
  const listed = await files.list(client, { tiers }, limit);
  if (!listed.known) return listed;
  const { listing } = listed.value;
  const hidden = hiddenIn(listing);
  return hidden ? unknown('denied', hidden.subject) : known(listing);
}

/** Why a listing may not be all: a folder that we may not read, or a root that we may not use. */
export const hiddenIn = ({ refusals }: Pick<Listing, 'refusals'>): Refusal | undefined =>
  refusals.find(({ code, detail }) => HIDES.has(code) || detail === ROOT);

const HIDES: ReadonlySet<string> = new Set([
  'denied',
  'outside-root',
  'behind-link',
  'not-looked-at',
]);
const ROOT = 'the data folder is a link';
