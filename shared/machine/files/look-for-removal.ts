import type { Listing } from '../../core/listing.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Rest } from '../port/files.ts';
import { latestChange, unmergedJournals } from './activity.ts';
import { listFiles, type Found } from './list.ts';
import type { ReadFolders } from './names.ts';
import type { ScanRequest } from './scan-request.ts';
import { Stillness, type Stamp } from './stillness.ts';

/** What a purge needs to see of the files of its client, seen in one look. */
export interface FoundForRemoval {
  readonly found: Found;
  readonly rest: Known<Listing>;
  readonly lastActivity: Known<number | undefined>;
  readonly unmerged: Known<readonly string[]>;
  /** What tells whether anything was written since; undefined where not all was seen. */
  readonly stamps?: readonly Stamp[];
}

/**
 * Lists what may go, and sees beside it what the quiet time and the receipt need. Each folder is read once. `now`: ms
 * since 1970; `read`: what was read in this look.
 */
export async function lookForRemoval(
  question: ScanRequest,
  { tiers, limit }: Rest,
  now: number,
  read: ReadFolders,
): Promise<FoundForRemoval> {
  const all = { ...question };
  // The rest is of every account.
  Reflect.deleteProperty(all, 'only');
  const { roots } = question.terms;
  const found = await listFiles(question, read);
  const rest = await listFiles({ ...all, terms: { ...all.terms, tiers }, limit }, read);
  const stillness = new Stillness(now);
  const lastActivity = latestChange(roots, read, (file, own) => stillness.note(file, own));
  return {
    found,
    rest: rest.tooMany ? unknown('too-many') : known(rest.listing),
    lastActivity,
    unmerged: unmergedJournals(roots, read),
    ...(lastActivity.known ? { stamps: stillness.stamps } : {}),
  };
}
