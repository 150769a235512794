import * as z from 'zod/mini';
import { fault } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const count = z.number();

/** What `audit ship --json` prints. */
export const auditShipSchema = z.object({
  schema: z.literal('clean-exit/audit-ship/1'),
  code: about(z.enum(['shipped', 'failed', 'would']), 'would: a dry run, nothing was sent'),
  to: z.string(),
  shipped: about(count, 'lines that came there now'),
  again: about(count, 'lines that were sent once more'),
  left: about(count, 'lines that may not be there'),
  lost: about(count, 'lines that were pruned before they came there'),
  next: about(count, 'the number of the first line that may not be there'),
  fault: z.optional(fault),
});

/** The state of a log, at a glance. */
export const auditLogState = z.object({
  lines: about(count, 'with those that were pruned'),
  first: about(count, 'the number of the first line that is there'),
  chain: z.optional(z.string()),
  at: z.optional(about(count, 'when the last line was written, in ms since 1970')),
  key: z.optional(about(z.string(), 'the vkey; absent where the key is missing')),
  keyReplacedAt: z.optional(about(count, 'the line that says that the key before was lost')),
  keyFile: z.string(),
  isKeyOpen: about(z.boolean(), 'other users can read the key'),
  checkpoint: z.optional(z.object({ size: count, at: count })),
  notIn: z.optional(about(z.string(), 'the folder that has not got the last checkpoint')),
  tail: about(
    z.object({ lines: count, isGood: z.boolean() }),
    'whether the last lines agree with their hashes and with each other',
  ),
  fault: z.optional(about(fault, 'why it could not be read: then the rest says nothing')),
  open: about(count, 'requests without an outcome'),
  spools: z.array(
    z.object({
      to: z.string(),
      chain: z.string(),
      next: about(count, 'the first line that it has not'),
      recent: about(
        z.array(z.object({ first: count, at: count })),
        'what it took last, and is sent again after a fault',
      ),
      checkpoint: about(count, 'the size of the last checkpoint that it has'),
      at: z.optional(count),
      fault: z.optional(z.extend(fault, { since: count })),
    }),
  ),
});

/** The newest request, where it is not in the log that the policy wants. */
export const missedRequest = z.object({
  at: z.string(),
  client: z.string(),
  request: z.string(),
  fault,
});

/** What `audit status --json` prints. */
export const auditStatusSchema = z.object({
  schema: z.literal('clean-exit/audit-status/1'),
  audit: about(z.enum(['off', 'on', 'required']), 'what the policy wants'),
  folder: z.string(),
  good: about(z.boolean(), 'nothing has to be done; the exit code is 0'),
  log: z.optional(auditLogState),
  missed: z.optional(about(missedRequest, 'the newest request, where it is not in the log')),
});

export type PrintedAuditShip = Plain<z.infer<typeof auditShipSchema>>;
export type PrintedAuditStatus = Plain<z.infer<typeof auditStatusSchema>>;
