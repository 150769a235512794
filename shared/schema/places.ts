import * as z from 'zod/mini';
import { about } from './words.ts';

const place = z.string().check(z.regex(/^(\/|[A-Za-z]:\/)[^\p{Cc}]+$/u, 'an absolute path'));

/** What a person settled about programs at unknown places; `clean-exit schema places` prints it. */
export const placesSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/places/1'),
  is: about(
    z._default(z.record(z.string(), z.array(place)), {}),
    'programs that are a client, by its id: exact paths, AppImages by their own file, Nix without the hash',
  ),
  isNot: about(z._default(z.array(place), []), 'programs that are none, whatever their name says'),
});
