import * as z from 'zod/mini';
import type { Order } from '../core/order/order.ts';
import { TIERS } from './receipt.ts';
import type { Same } from './same.ts';
import { about } from './words.ts';

const KINDS = ['exit', 'force', 'purge', 'hide', 'wipe', 'reset'] as const;

const STEPS = [
  ...(['ask', 'wait', 'end-root', 'end-helper'] as const),
  ...(['close', 'settle', 'remove', 'set-aside'] as const),
];

const MOST_CLIENTS = 100;
const LONGEST = 200;

/** What RFC 8785 can write down: no half of a surrogate pair, and nothing that would hide in a sentence. */
const text = z.string().check(
  z.minLength(1),
  z.maxLength(LONGEST),
  z.refine((one) => !/\p{Surrogate}|\p{Cc}/u.test(one), 'text without control characters'),
);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

const time = z.string().check(
  z.regex(MOMENT),
  z.refine((one) => !Number.isNaN(Date.parse(one)), 'a time'),
);

const process = z.strictObject({
  pid: z.int().check(z.nonnegative()),
  startTime: text,
  owner: text,
});

const byClient = <T extends z.core.SomeType>(value: T) => z.record(text, value);

/** An order; `clean-exit schema order` prints it as JSON Schema. */
export const orderSchema = z.strictObject({
  schema: z.literal('clean-exit/order/1'),
  kind: z.enum(KINDS),
  clients: about(z.array(text).check(z.minLength(1), z.maxLength(MOST_CLIENTS)), 'ids of clients'),
  then: z.optional(about(z.literal('force'), 'what a safe exit may end with')),
  tiers: z.optional(about(z.array(z.enum(TIERS)), 'of a purge: what goes')),
  account: z.optional(text),
  permanently: z.optional(about(z.literal(true), 'past the trash')),
  everything: z.optional(about(z.literal(true), 'of a reset: its records are set aside too')),
  steps: about(z.array(z.enum(STEPS)), 'all that it may do, whatever is there when it runs'),
  policy: about(
    z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
    'the digest of the policy under which it runs',
  ),
  device: about(
    z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    'the fingerprint of the computer on which it runs: clean-exit device',
  ),
  nonce: about(z.string().check(z.regex(/^[0-9a-f]{32}$/)), 'no other order has it: it runs once'),
  issued: time,
  expires: about(time, 'from then on it runs no more'),
  exactly: z.optional(
    about(
      z.strictObject({
        roots: about(byClient(z.array(process)), 'the roots of each client'),
        lists: z.optional(
          about(byClient(text), 'of a purge and a reset: the code of the list of each client'),
        ),
      }),
      'what was there when it was asked for; where any of it changed it does not run',
    ),
  ),
});

export const orderIsOne: Same<z.infer<typeof orderSchema>, Order> = true;
