import { auditLogState, missedRequest } from './audit-keep.ts';
import { auditLogSchema } from '../audit-log.ts';
import * as z from 'zod/mini';
import type { Check, Policy } from '../../core/model.ts';
import { demandTable } from '../demand.ts';
import { doubt, ms } from '../left.ts';
import type { Plain, Same } from '../same.ts';
import { whenSchema } from '../when.ts';
import { about } from '../words.ts';
import { fileFault } from './file-fault.ts';

const check = z.object({
  id: z.enum([
    ...(['processes', 'observer', 'tray', 'screen', 'waiting'] as const),
    ...(['files', 'trash', 'state'] as const),
  ]),
  state: z.enum(['good', 'limited', 'missing']),
  detail: about(z.string(), 'as the machine said it'),
  fault: z.optional(
    z.object({ code: z.string(), path: z.string(), owner: z.optional(z.number()) }),
  ),
});

const policy = z.object({
  timeoutMs: ms,
  graceMs: ms,
  settleMs: ms,
  purgeSettleMs: ms,
  hold: z.boolean(),
  force: z.enum(['allow', 'never']),
  doubts: z.optional(z.enum(['usual', 'strict'])),
  secondLook: z.optional(z.boolean()),
  demand: z.optional(demandTable),
  wipe: z.optional(z.array(z.enum(['cache', 'leftover', 're-download', 'your-files', 'messages']))),
  when: z.optional(z.array(whenSchema)),
  residueHours: z.optional(z.number()),
  logDays: z.optional(z.number()),
  audit: z.optional(z.enum(['off', 'on', 'required'])),
  log: z.optional(auditLogSchema),
  evidence: z.optional(z.enum(['off', 'picture'])),
});

const client = { client: z.string(), name: z.string() };

/** What `doctor --json` prints. */
export const doctorSchema = z.object({
  schema: z.literal('clean-exit/doctor/1'),
  checks: about(z.array(check), 'what this computer lets Clean Exit see and do'),
  ladders: about(
    z.array(
      z.object({
        ...client,
        runs: z.boolean(),
        ways: z.array(z.enum(['tray-menu', 'window', 'signal'])),
      }),
    ),
    'how each installed client would be asked to quit, best first',
  ),
  unsure: about(
    z.array(z.object({ ...client, why: z.string() })),
    'clients that may be installed or not',
  ),
  doubts: about(
    z.record(z.string(), z.array(doubt)),
    'programs that may be a client, by its id; never touched',
  ),
  settled: about(
    z.array(
      z.object({
        place: z.string(),
        client: about(z.nullable(z.string()), 'null: it is no client'),
        managed: about(z.boolean(), 'settled by the administrator'),
        exists: z.optional(about(z.boolean(), 'absent where that cannot be said')),
      }),
    ),
    'what a person settled about programs at unknown places',
  ),
  faults: about(z.array(fileFault), 'files that cannot be used; they must be mended'),
  warnings: about(z.array(fileFault), 'what is likely a mistake in a file'),
  absent: about(
    z.array(z.object({ client: z.string(), file: z.string(), program: z.string() })),
    'clients of the user whose program is not where their file says',
  ),
  policy: about(
    z.extend(policy, {
      files: z.array(z.string()),
      untrusted: z.optional(
        about(z.array(z.string()), 'those that others may have written: they count as the own one'),
      ),
    }),
    'what is allowed, and the files that say so',
  ),
  audit: z.optional(
    about(
      z.object({
        folder: z.string(),
        log: z.optional(auditLogState),
        missed: z.optional(missedRequest),
      }),
      'the audit log, where a policy wants one or there is one',
    ),
  ),
  recording: z.optional(about(z.string(), 'the file of --record')),
});

export type PrintedDoctor = Plain<z.infer<typeof doctorSchema>>;

export const checkIsOne: Same<z.infer<typeof check>, Check> = true;
export const policyIsOne: Same<z.infer<typeof policy>, Policy> = true;
