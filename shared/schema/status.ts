import * as z from 'zod';
import { leftSchema } from './receipt.ts';

/** What `status --json` prints: one entry a client. */
export const statusSchema = z.object({
  schema: z.literal('clean-exit/status/1'),
  clients: z.array(
    leftSchema.extend({
      client: z.string(),
      name: z.string(),
      presence: z.enum(['gone', 'running', 'in-tray', 'residue', 'unknown']),
    }),
  ),
});
