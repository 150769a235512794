import * as z from 'zod/mini';
import { leftSchema } from './left.ts';
import { fileFault } from './printed/file-fault.ts';
import type { Plain } from './same.ts';
import { about } from './words.ts';

/** What `status --json` prints: one entry a client. */
export const statusSchema = z.object({
  schema: z.literal('clean-exit/status/1'),
  clients: z.array(
    z.extend(leftSchema, {
      client: z.string(),
      name: z.string(),
      presence: z.enum(['gone', 'running', 'in-tray', 'residue', 'unknown']),
    }),
  ),
  faults: z.optional(
    about(
      z.array(fileFault),
      'of a status of all: client files that cannot be read, whose clients are not in the list',
    ),
  ),
});

export type PrintedStatus = Plain<z.infer<typeof statusSchema>>;
