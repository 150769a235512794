import * as z from 'zod/mini';
import type { Approval } from '../core/order/order.ts';
import type { Same } from './same.ts';
import { about } from './words.ts';

/** One person's yes to an order; `clean-exit schema approval` prints it as JSON Schema. */
export const approvalSchema = z.strictObject({
  schema: z.literal('clean-exit/approval/1'),
  order: about(z.string().check(z.regex(/^[0-9a-f]{64}$/)), 'the digest of the order'),
  principal: z.optional(
    about(z.string(), 'who says to have signed; whose key it is, allowed_signers says'),
  ),
  signature: about(z.string(), 'as ssh-keygen -Y sign writes it, over "clean-exit/order/1 DIGEST"'),
});

export const approvalIsOne: Same<z.infer<typeof approvalSchema>, Approval> = true;
