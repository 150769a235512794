import { z } from 'zod';
import type { StatusLine } from '../core/receipt.ts';
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

/** Does not compile where a status line has something that the schema does not publish. */
export const statusFits = (lines: readonly StatusLine[]): z.input<typeof statusSchema> => ({
  schema: 'clean-exit/status/1',
  clients: structuredClone(lines) as z.input<typeof statusSchema>['clients'],
});
