import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const count = z.number();

/** What `audit ship --json` prints. */
export const auditShipSchema = z.object({
  schema: z.literal('clean-exit/audit-ship/1'),
  to: about(z.string(), 'where it goes'),
  code: about(z.enum(['shipped', 'failed', 'busy', 'would-ship']), 'would-ship: a dry run'),
  shipped: z.optional(about(count, 'entries that are there now and were not before')),
  again: z.optional(about(count, 'entries that were sent once more; of a dry run, would be')),
  left: z.optional(about(count, 'entries that may not be there')),
  lost: z.optional(about(count, 'entries that were pruned before they came there')),
  next: z.optional(about(count, 'the number of the first entry that may not be there')),
  pid: z.optional(about(count, 'busy: the process that is at it')),
  fault: z.optional(
    z.object({
      code: about(z.string(), 'the word of the system or of TLS, TIMEOUT or CLOSED-EARLY'),
      detail: z.optional(z.string()),
    }),
  ),
});

export type PrintedAuditShip = Plain<z.infer<typeof auditShipSchema>>;
