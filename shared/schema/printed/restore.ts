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
});

export type PrintedRestore = Plain<z.infer<typeof restoreSchema>>;
export type PrintedThing = Plain<z.infer<typeof thing>>;
