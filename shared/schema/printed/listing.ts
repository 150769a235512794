import * as z from 'zod/mini';
import type { ResetListing, Listing } from '../../core/listing.ts';
import { count } from '../left.ts';
import { refusal, TIERS } from '../receipt.ts';
import type { Same } from '../same.ts';
import { about } from '../words.ts';

const time = about(z.number(), 'ms since 1970');

/** What a purge would take, and nothing else. */
export const listing = z.object({
  rows: z.array(
    z.object({
      tier: z.enum(TIERS),
      account: z.optional(z.string()),
      folder: z.string(),
      files: count,
      bytes: about(count, 'on disk'),
      oldest: time,
      newest: time,
    }),
  ),
  files: count,
  bytes: count,
  refusals: about(z.array(refusal), 'what stays although a rule names it'),
  code: about(z.string(), 'what --as-shown takes; another one as soon as a file changes'),
  accounts: z.array(z.string()),
});

export const listingIsOne: Same<z.infer<typeof listing>, Listing> = true;

/** What a reset would set aside, and nothing else. */
export const resetListing = z.object({
  rows: z.array(
    z.object({
      path: about(z.string(), 'moved as one piece'),
      holds: z.enum(['settings', 'records']),
      files: count,
      bytes: about(count, 'on disk'),
    }),
  ),
  files: count,
  bytes: count,
  refusals: about(z.array(refusal), 'what stays where it is'),
  code: about(z.string(), 'another one as soon as anything changes'),
});

export const resetIsOne: Same<z.infer<typeof resetListing>, ResetListing> = true;
