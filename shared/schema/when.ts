import * as z from 'zod/mini';
import { DAYS, SESSION_EVENTS } from '../core/when.ts';
import { about } from './words.ts';

const deed = z.optional(about(z.enum(['exit', 'wipe']), 'an exit where nothing is said'));

/** What makes an exit without a person: a time of day, an idle computer, or an event of the session. */
export const whenSchema = z.union(
  [
    z.strictObject({
      at: about(
        z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a local time such as 18:30')),
        'local time',
      ),
      days: about(
        z.optional(z.array(z.enum(DAYS)).check(z.minLength(1))),
        'every day where absent',
      ),
      do: deed,
    }),
    z.strictObject({ idleMinutes: z.int().check(z.gte(1), z.lte(1_440)), do: deed }),
    z.strictObject({ on: z.enum(SESSION_EVENTS), do: deed }),
  ],
  'one of "at" (a time), "idleMinutes" and "on" (lock, sleep, log-off, shut-down)',
);
