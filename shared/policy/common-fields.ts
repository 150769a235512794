import * as z from 'zod/mini';
import { about } from '../schema/words.ts';

/** No longer than a day, in ms. */
const time = z.optional(z.int().check(z.nonnegative(), z.lte(86_400_000)));

/** The times of a policy file of either version. */
export const times = {
  timeoutMs: about(time, 'how long a root may take to leave after it was asked'),
  graceMs: about(time, 'how long helpers may take once their root is gone'),
  settleMs: about(time, 'how long to watch for something that may come back'),
  purgeSettleMs: about(time, 'how long a client must have been gone before its files are touched'),
};

/** The fields that both versions have. */
export const common = {
  hold: about(z.optional(z.boolean()), 'nothing may be removed at all (a legal hold)'),
  force: about(z.optional(z.enum(['allow', 'never'])), 'whether anything may be ended by force'),
  doubts: about(
    z.optional(z.enum(['usual', 'strict'])),
    'strict: a program that merely has a common name counts as likely, and what the person denied does not count',
  ),
  secondLook: about(
    z.optional(z.boolean()),
    'another observer looks as well before a client is called gone',
  ),
};
