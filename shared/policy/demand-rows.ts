import * as z from 'zod/mini';
import { DEEDS, PROOF_KINDS } from '../core/proof.ts';
import { about } from '../schema/words.ts';

const proofs = z.array(z.enum(PROOF_KINDS));
const nothing = proofs.check(
  z.refine(
    (all) => all.length === 0,
    'an empty list: a safe exit by schedule, policy or order asks nobody',
  ),
);
const EITHER = `a list of proofs, or an object with a list for "person", "schedule", "policy" or "order"`;

const row = z.union(
  [
    proofs,
    z.strictObject({
      person: z.optional(proofs),
      schedule: z.optional(proofs),
      policy: z.optional(proofs),
      order: z.optional(proofs),
    }),
  ],
  EITHER,
);
/** Nobody is there whom a safe exit by schedule could ask. */
const exitRow = z.union(
  [
    proofs,
    z.strictObject({
      person: z.optional(proofs),
      schedule: z.optional(nothing),
      policy: z.optional(nothing),
      order: z.optional(nothing),
    }),
  ],
  EITHER,
);

/** What a file demands: by deed, a list of proofs or a list for each trigger. */
export const demandRows = about(
  z.strictObject({
    ...(Object.fromEntries(DEEDS.map((deed) => [deed, z.optional(row)])) as Record<
      (typeof DEEDS)[number],
      z.ZodMiniOptional<typeof row>
    >),
    exit: about(z.optional(exitRow), 'a list means "person": nobody else can be asked'),
  }),
  'which proofs are demanded before a deed; a list counts for every trigger, of exit and wipe for "person" alone',
);

export type DemandRows = z.output<typeof demandRows>;
