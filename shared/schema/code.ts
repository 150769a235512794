import * as z from 'zod/mini';

const ms = z.int().check(z.nonnegative());

/** The enrolment of an authenticator app, as it is kept; nothing else ever prints it. */
export const enrolmentSchema = z.strictObject({
  schema: z.literal('clean-exit/code/1'),
  /** Names this enrolment in receipts: another one shows there. */
  id: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
  /** Base 32 (RFC 4648), 160 bits as RFC 4226 recommends. */
  secret: z.string().check(z.regex(/^[A-Z2-7]{26,}$/)),
  enrolledAt: ms,
  counter: ms,
  wrong: ms,
  lockedUntil: ms,
  lastSeen: ms,
});

export type Enrolment = z.infer<typeof enrolmentSchema>;
