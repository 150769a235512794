import * as z from 'zod/mini';
import { about } from '../schema/words.ts';

const DAY_MS = 86_400_000;
const time = (text: string) =>
  about(z.optional(z.int().check(z.nonnegative(), z.lte(DAY_MS))), `${text}, in ms`);

/** The times of a policy file, of both versions. */
export const ms = {
  timeoutMs: time('how long a root may take to leave after it was asked'),
  graceMs: time('how long helpers may take once their root is gone'),
  settleMs: time('how long to watch for something that may come back'),
  purgeSettleMs: time('how long a client must have been gone before its files are touched'),
};
