import * as z from 'zod/mini';
import { count } from '../left.ts';
import { receiptSchema, refusal } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const thing = z.object({
  from: about(z.string(), 'where it was'),
  to: about(z.string(), 'where it lies in the trash'),
  state: z.enum([
    ...(['restorable', 'restorable-altered', 'restorable-partly', 'restored', 'altered'] as const),
    ...(['partly', 'not-in-trash', 'already-back', 'changed', 'occupied', 'denied'] as const),
    ...(['behind-link', 'no-folder', 'stopped', 'failed'] as const),
  ]),
  left: z.optional(about(z.array(z.string()), 'what of it stays in the trash')),
  altered: z.optional(about(z.array(z.string()), 'whose contents are not those that went')),
});

const kept = z.object({
  record: about(z.string(), 'what `clean-exit restore CLIENT` takes'),
  client: z.string(),
  at: about(z.iso.datetime(), 'UTC'),
  by: about(z.enum(['reset', 'restore']), 'restore: set aside before older data came back'),
  everything: z.optional(about(z.literal(true), 'the records too')),
  files: count,
  bytes: count,
  things: z.array(
    z.object({
      from: about(z.string(), 'its place'),
      to: about(z.string(), 'where it lies in its dated folder'),
      state: z.enum([
        ...(['set-aside', 'at-home', 'missing', 'occupied', 'denied', 'behind-link'] as const),
        'stopped',
      ]),
    }),
  ),
  newer: z.optional(
    about(
      z.object({
        record: z.optional(z.string()),
        folders: z.array(z.string()),
        things: count,
        files: count,
        bytes: count,
      }),
      'what is there now, and is or would be set aside first',
    ),
  ),
  refusal: z.optional(refusal),
  receipt: z.optional(about(receiptSchema, 'of a restore that was carried out')),
});

/** What `restore --json` prints: the purges that can be put back, or the one that was. */
export const restoreSchema = z.object({
  schema: z.literal('clean-exit/restore/1'),
  purges: z.array(
    z.object({
      record: about(z.string(), 'what `clean-exit restore` takes'),
      client: z.string(),
      at: about(z.iso.datetime(), 'UTC'),
      files: count,
      bytes: count,
      items: z.array(thing),
      refusal: z.optional(refusal),
      receipt: z.optional(about(receiptSchema, 'of a restore that was carried out')),
    }),
  ),
  resets: z.optional(about(z.array(kept), 'what is set aside and can be put back')),
});

export type PrintedRestore = Plain<z.infer<typeof restoreSchema>>;
export type PrintedThing = Plain<z.infer<typeof thing>>;
export type PrintedReset = Plain<z.infer<typeof kept>>;
