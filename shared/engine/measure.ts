import type { Client } from '../core/client.ts';
import { known, map, unknown, type Known } from '../core/known.ts';
import { sumOf, type Listing } from '../core/listing.ts';
import type { Refusal, Tier, Wanted } from '../core/model.ts';
import type { Sizes } from '../core/receipt.ts';
import type { Files, Listed, Rest } from '../machine/port/files.ts';
import { QUICK_COUNT } from './look.ts';

/** What a receipt says of files is about these tiers. */
const MEASURED = ['cache', 'leftover'] as const satisfies readonly Tier[];

/** What of that a purge of these tiers does not list by itself. */
export const restOf = (tiers: readonly Tier[]): Rest => ({
  tiers: MEASURED.filter((tier) => !tiers.includes(tier)),
  limit: QUICK_COUNT,
});

/**
 * What is left after a purge: what was listed less what went, where that is exact. Undefined where only a look can tell.
 */
export function sizesLeft(
  { listing, beside }: Listed,
  { account }: Wanted,
  went: number,
): Known<Sizes> | undefined {
  if (!beside || account !== undefined || (went > 0 && went < listing.files)) return undefined;
  if (!beside.rest.known) return beside.rest;
  const hidden = hiddenIn(listing) ?? hiddenIn(beside.rest.value);
  if (hidden) return unknown('denied', hidden.subject);
  const left = { rows: [...beside.rest.value.rows, ...(went === 0 ? listing.rows : [])] };
  return known({ bytes: sumOf(left, 'cache').bytes, leftovers: sumOf(left, 'leftover').files });
}

/** What could be freed, and what a bad exit left, counting at most `limit` files. */
export const measure = async (
  files: Pick<Files, 'list'>,
  client: Client,
  limit: number,
): Promise<Known<Sizes>> =>
  map(await whole(files, client, MEASURED, limit), (listing) => ({
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
