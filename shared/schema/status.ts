import * as z from 'zod/mini';
import { leftSchema } from './left.ts';
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
      z.array(z.object({ file: z.string(), field: z.string(), expected: z.string() })),
      'of a status of all: client files that cannot be read, whose clients are not in the list',
    ),
  ),
});
