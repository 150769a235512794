import * as z from 'zod/mini';
import { count } from '../left.ts';
import { fault, receiptSchema } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

/** What `log --json` prints. */
export const logSchema = z.object({
  schema: z.literal('clean-exit/log/1'),
  receipts: about(z.array(receiptSchema), 'oldest first'),
  damaged: about(count, 'lines that are no receipts'),
  newer: about(count, 'lines of a later version of Clean Exit'),
  unread: about(count, 'bytes of older lines that were too many to read'),
  faults: about(z.array(fault), 'files that cannot be read'),
});

export type PrintedLog = Plain<z.infer<typeof logSchema>>;
