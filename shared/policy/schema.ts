import * as z from 'zod/mini';
import { auditLogSchema } from '../schema/audit-log.ts';
import { whenSchema } from '../schema/when.ts';
import { about } from '../schema/words.ts';
import { demandRows } from './demand-rows.ts';
import { PRESETS } from '../core/presets.ts';
import { common, times } from './common-fields.ts';

/** What a policy says of all clients, or of one. */
const fields = {
  preset: about(
    z.optional(z.enum(PRESETS)),
    'a set of values to start from; what the file says itself counts',
  ),
  times: about(z.optional(z.strictObject(times)), 'how long is waited'),
  ...common,
  demand: z.optional(demandRows),
  when: about(z.optional(z.array(whenSchema)), 'what makes an exit without a person'),
  keep: about(
    z.optional(
      z.strictObject({
        residueHours: about(
          z.optional(z.int().check(z.nonnegative(), z.lte(87_600))),
          'how long what a client left behind is kept, in hours; 0: not at all',
        ),
        logDays: about(
          z.optional(z.int().check(z.gte(1), z.lte(36_500))),
          'how long the audit log is kept at least, in days',
        ),
      }),
    ),
    'how long things are kept',
  ),
  audit: about(
    z.optional(z.enum(['off', 'on', 'required'])),
    'required: nothing is done that the audit log cannot note',
  ),
  log: about(z.optional(auditLogSchema), 'how the audit log is written, and where it goes'),
  wipe: about(
    z.optional(z.array(z.enum(['cache', 'leftover', 're-download']))),
    'what every safe exit removes once its client is gone; never your own files',
  ),
  evidence: about(
    z.optional(z.enum(['off', 'picture'])),
    'one still picture of the screen after an exit',
  ),
};

/** A policy file; `clean-exit schema policy` prints it as JSON Schema. */
export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/policy/2'),
  ...fields,
  clients: about(
    z.optional(z.record(z.string(), z.strictObject(fields))),
    'the same for single clients, by id; what forbids or demands is the strictest of both',
  ),
});

export type PolicyDocument = z.output<typeof policySchema>;

/** What a policy file says of all clients, or of one. */
export type PolicyFields = Omit<PolicyDocument, '$schema' | 'schema' | 'clients'>;
