import * as z from 'zod/mini';
import { PROOF_KINDS } from '../../core/proof.ts';
import type { Plain } from '../same.ts';
import { proofRefusal } from '../receipt.ts';
import { about } from '../words.ts';

/** What `clean-exit presence --json` prints. */
export const presenceSchema = z.object({
  schema: z.literal('clean-exit/presence/1'),
  given: z.optional(
    z.object({ kind: z.enum(PROOF_KINDS), by: about(z.string(), 'what saw the person') }),
  ),
  refused: z.optional(about(proofRefusal, 'why there is no proof')),
});

export type PrintedPresence = Plain<z.infer<typeof presenceSchema>>;
