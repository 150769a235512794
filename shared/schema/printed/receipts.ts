import * as z from 'zod/mini';
import { receiptSchema } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';
import { fileFault } from './file-fault.ts';

/** What a request about several clients prints; one about a single client prints its receipt alone. */
export const receiptsSchema = z.object({
  schema: z.literal('clean-exit/receipts/1'),
  receipts: z.array(receiptSchema),
  faults: z.optional(
    about(z.array(fileFault), 'of a request for all: client files that cannot be read'),
  ),
});

export type PrintedReceipts = Plain<z.infer<typeof receiptsSchema>>;
