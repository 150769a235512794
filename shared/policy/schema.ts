import * as z from 'zod/mini';
import { whenSchema } from '../schema/when.ts';
import { about } from '../schema/words.ts';
import { demandRows } from './demand-rows.ts';
import { PRESETS } from './presets/names.ts';
import { ms } from './times.ts';

const maybe = <T extends z.ZodMiniType>(type: T, text: string) => about(z.optional(type), text);

/** What a policy says of all clients, or of one. */
const fields = {
  preset: maybe(z.enum(PRESETS), 'a set of values to start from; what the file says itself counts'),
  times: maybe(z.strictObject(ms), 'how long is waited'),
  force: maybe(z.enum(['allow', 'never']), 'whether anything may be ended by force'),
  hold: maybe(z.boolean(), 'nothing may be removed at all (a legal hold)'),
  demand: z.optional(demandRows),
  when: maybe(z.array(whenSchema), 'what makes an exit without a person'),
  keep: maybe(
    z.strictObject({
      residueHours: maybe(
        z.int().check(z.nonnegative(), z.lte(87_600)),
        'how long what a client left behind is kept, in hours; 0: not at all',
      ),
      logDays: maybe(
        z.int().check(z.gte(1), z.lte(36_500)),
        'how long receipts and the audit log are kept, in days',
      ),
    }),
    'how long things are kept',
  ),
  audit: maybe(
    z.enum(['off', 'on', 'required']),
    'required: nothing is done that the audit log cannot note',
  ),
  wipe: maybe(
    z.array(z.enum(['cache', 'leftover', 're-download'])),
    'what every safe exit removes once its client is gone; never your own files',
  ),
  evidence: maybe(z.enum(['off', 'picture']), 'one still picture of the screen after an exit'),
  doubts: maybe(
    z.enum(['usual', 'strict']),
    'strict: a program that merely has a common name counts as likely, and what the person denied does not count',
  ),
  secondLook: maybe(z.boolean(), 'another observer looks as well before a client is called gone'),
};

/** A policy file; `clean-exit schema policy` prints it as JSON Schema. */
export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/policy/2'),
  ...fields,
  clients: maybe(
    z.record(z.string(), z.strictObject(fields)),
    'the same for single clients, by id; what forbids or demands is the strictest of both',
  ),
});

export type PolicyDocument = z.output<typeof policySchema>;

/** What a policy file says of all clients, or of one. */
export type PolicyFields = Omit<PolicyDocument, '$schema' | 'schema' | 'clients'>;
