import * as z from 'zod/mini';
import type { Why } from '../../core/known.ts';
import type { Same } from '../same.ts';

const why = z.object({
  code: z.enum([
    ...(['denied', 'failed', 'timeout', 'unsupported', 'not-looked', 'too-many'] as const),
    ...(['not-understood', 'two-observers'] as const),
  ]),
  detail: z.optional(z.string()),
});

/** A fact, or the reason why it is not known. */
export const known = <T extends z.ZodMiniType>(value: T) =>
  z.union([
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), why }),
  ]);

export const whyIsOne: Same<z.infer<typeof why>, Why> = true;
