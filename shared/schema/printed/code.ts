import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { proofRefusal } from '../receipt.ts';
import { about } from '../words.ts';

const ms = about(z.number(), 'ms since 1970');

/** What `clean-exit code status --json` prints; no secret. */
export const codeSchema = z.object({
  schema: z.literal('clean-exit/code-status/1'),
  enrolled: z.boolean(),
  id: z.optional(about(z.string(), 'names the enrolment, as receipts do')),
  enrolledAt: z.optional(ms),
  lastChecked: z.optional(ms),
  triesLeft: z.optional(about(z.number(), 'wrong codes until no code is taken for a while')),
  whyNot: z.optional(about(proofRefusal, 'why no code would be taken now')),
});

export type PrintedCode = Plain<z.infer<typeof codeSchema>>;
