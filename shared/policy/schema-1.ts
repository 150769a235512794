import * as z from 'zod/mini';
import { about } from '../schema/words.ts';
import { ms } from './times.ts';

/** A policy file of version 1, which stays valid. */
export const policy1Schema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/policy/1'),
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
  ...ms,
});

export type Policy1Document = z.output<typeof policy1Schema>;
