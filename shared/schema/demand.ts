import * as z from 'zod/mini';
import { PROOF_KINDS } from '../core/proof.ts';

const proofs = z.optional(z.array(z.enum(PROOF_KINDS)));

const byTrigger = z.optional(
  z.strictObject({ person: proofs, schedule: proofs, policy: proofs, order: proofs }),
);

/** Which proofs are demanded, by what is to be done and by who asks. */
export const demandTable = z.strictObject({
  exit: byTrigger,
  force: byTrigger,
  purge: byTrigger,
  hide: byTrigger,
  wipe: byTrigger,
  reset: byTrigger,
  restore: byTrigger,
  postpone: byTrigger,
});
