import * as z from 'zod/mini';
import { POLICY_SOURCES } from '../../core/policy.ts';
import { DEEDS, PROOF_KINDS } from '../../core/proof.ts';
import { TRIGGERS } from '../../core/trigger.ts';
import { PRESETS } from '../../core/presets.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const saidBy = {
  source: z.enum([...POLICY_SOURCES, 'default']),
  file: z.optional(z.string()),
  onlyFor: z.optional(about(z.string(), 'said of this client alone')),
};
const client = about(z.optional(z.string()), 'absent: what holds for all');
const fault = {
  file: z.string(),
  field: about(z.string(), 'where in it; empty for the file as a whole'),
  expected: about(z.string(), 'in English'),
};

/** What `policy show --json` prints. */
export const policyShowSchema = z.object({
  schema: z.literal('clean-exit/policy-show/1'),
  client,
  values: z.array(
    z.object({
      field: about(z.string(), 'as a file of version 2 has it'),
      value: about(z.unknown(), 'null where nothing is said'),
      executed: about(z.boolean(), 'whether this version does what it says'),
      ...saidBy,
    }),
  ),
  demands: z.array(
    z.object({
      deed: z.enum(DEEDS),
      trigger: z.enum(TRIGGERS),
      proofs: z.array(z.object({ proof: z.enum(PROOF_KINDS), ...saidBy })),
    }),
  ),
  files: about(z.array(z.string()), 'the files that were read, the strongest first'),
  faults: z.array(
    z.object({
      ...fault,
      refuses: about(z.optional(z.array(z.enum(DEEDS))), 'absent: everything is refused'),
    }),
  ),
  untrusted: about(
    z.array(
      z.object({
        file: z.string(),
        code: z.enum(['other-owner', 'others-write', 'not-known']),
        path: z.string(),
        owner: z.optional(z.string()),
      }),
    ),
    'files at the administrator’s place that others may have written: they count as the own one',
  ),
});

/** What `policy check --json` prints. */
export const policyCheckSchema = z.object({
  schema: z.literal('clean-exit/policy-check/1'),
  file: z.string(),
  valid: z.boolean(),
  faults: z.array(z.object(fault)),
  warnings: z.array(
    z.object({ field: z.string(), code: z.enum(['not-executed', 'unknown-client']) }),
  ),
});

/** What `policy explain --json` prints. */
export const policyExplainSchema = z.object({
  schema: z.literal('clean-exit/policy-explain/1'),
  client,
  as: z.optional(about(z.string(), 'the file that was tried')),
  sentences: z.array(z.object({ field: z.string(), text: z.string(), ...saidBy })),
  differences: z.optional(
    about(
      z.array(
        z.object({
          field: z.string(),
          now: z.optional(z.string()),
          then: z.optional(z.string()),
        }),
      ),
      'what the file that was tried would change',
    ),
  ),
  notes: about(z.array(z.string()), 'files that are broken, or not the administrator’s alone'),
});

/** What `policy presets --json` prints. */
export const policyPresetsSchema = z.object({
  schema: z.literal('clean-exit/policy-presets/1'),
  presets: z.array(z.object({ name: z.enum(PRESETS), means: z.string() })),
});

export type PrintedPolicyShow = Plain<z.infer<typeof policyShowSchema>>;
export type PrintedPolicyCheck = Plain<z.infer<typeof policyCheckSchema>>;
export type PrintedPolicyExplain = Plain<z.infer<typeof policyExplainSchema>>;
export type PrintedPolicyPresets = Plain<z.infer<typeof policyPresetsSchema>>;
