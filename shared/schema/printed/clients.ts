import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

/** What `clients --json` prints. */
export const clientsSchema = z.object({
  schema: z.literal('clean-exit/clients/1'),
  clients: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      platforms: z.array(z.enum(['linux', 'macos', 'windows'])),
      tiers: about(
        z.array(z.enum(['cache', 'leftover', 're-download', 'your-files', 'messages'])),
        'what can be removed on this system',
      ),
      confidence: about(z.enum(['high', 'medium', 'low']), 'how sure it is recognised'),
      file: z.optional(about(z.string(), 'the client file of the user that describes it')),
    }),
  ),
});

export type PrintedClients = Plain<z.infer<typeof clientsSchema>>;
