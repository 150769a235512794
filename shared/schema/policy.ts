import * as z from 'zod/mini';
import type { PolicyFile } from '../core/policy.ts';
import { about } from './words.ts';

const ms = (text: string) =>
  about(z.optional(z.int().check(z.nonnegative(), z.lte(86_400_000))), text);

/** A policy file; `clean-exit schema policy` prints it as JSON Schema. */
export const policySchema = z.strictObject({
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
  timeoutMs: ms('how long a root may take to leave after it was asked'),
  graceMs: ms('how long helpers may take once their root is gone'),
  settleMs: ms('how long to watch for something that may come back'),
  purgeSettleMs: ms('how long a client must have been gone before its files are touched'),
});

/** What only names a file, and says nothing of what is allowed. */
const NAMES: ReadonlySet<string> = new Set(['$schema', 'schema']);

/** What a file says, without what only names it. */
export const policyOf = (file: z.output<typeof policySchema>): PolicyFile =>
  Object.fromEntries(
    Object.entries(file).filter(([name, value]) => !NAMES.has(name) && value !== undefined),
  );
