import { policyFiles } from '../../store/policy-files.ts';
import { absentPrograms } from '../../store/absent-programs.ts';
import { clientWarnings } from '../../store/client-warnings.ts';
import { whyText } from '../../core/known.ts';
import type { FileFault } from '../../store/json-file.ts';
import type { PrintedDoctor } from '../../schema/printed/doctor.ts';
import type { Context, ExitCode } from '../context.ts';
import { quitMethodsOfAll } from './doctor-quit-methods.ts';
import { beginTape, recordLooks } from './doctor-record.ts';
import { auditFound, plainAudit } from './audit/found.ts';
import { auditNeeds } from './doctor-audit.ts';
import { settledRows } from './doctor-places.ts';
import { doctorLines, type Found } from './doctor-rows.ts';

export interface DoctorOptions {
  /** A new file for an anonymised recording of what is seen. */
  readonly record?: string;
}

/**
 * What this computer lets us see, what is missing, what to do, and how each installed client would be
 * asked. Throws UsageError where a recording cannot be written.
 */
export async function doctor(context: Context, options: DoctorOptions = {}): Promise<ExitCode> {
  const { screen, json, machine } = context;
  const { record } = options;
  const tape = record === undefined ? undefined : await beginTape(context, record);
  const policy = await policyFiles(machine.places, { distrusts: machine.distrusts });
  const checks = await machine.examine();
  const audit = auditFound(context, policy.policy);
  const found: Found = {
    ...{ checks, policy },
    ...(await quitMethodsOfAll(context, checks)),
    settled: await settledRows(context),
    ...(audit ? { audit } : {}),
    faults: [...context.faults, ...(context.placeFaults ?? []), ...policy.faults],
    warnings: clientWarnings(context.clients, machine.platform, machine.places),
    absent: absentPrograms(context.clients, machine.platform, machine.places),
  };
  if (tape) await recordLooks(context, tape);
  const recorded = (await tape?.end(checks)) ?? [];
  if (json) screen.json(asJson(found, record));
  else for (const line of [...doctorLines(context, found), ...recorded]) screen.say(line);
  const isBad =
    auditNeeds(found.audit) ||
    found.faults.length > 0 ||
    checks.some((check) => check.state === 'missing');
  return isBad ? 1 : 0;
}

const plainFault = ({ file, field, expected }: FileFault) => ({ file, field, expected });

/** The names of version 1 stay: `ladders`, and a reason as one text. */
const asJson = (
  { audit, policy, quitMethods: ladders, unsure, faults, warnings, ...rest }: Found,
  recording: string | undefined,
): PrintedDoctor => ({
  schema: 'clean-exit/doctor/1',
  ...{
    ...rest,
    faults: faults.map(plainFault),
    warnings: warnings.map(plainFault),
    ladders,
    unsure: unsure.map((one) => ({ ...one, why: whyText(one.why) })),
  },
  ...(audit ? { audit: { folder: audit.folder, ...plainAudit(audit) } } : {}),
  policy: {
    ...policy.policy,
    files: policy.files,
    ...(policy.untrusted ? { untrusted: policy.untrusted.map(({ file }) => file) } : {}),
  },
  ...(recording === undefined ? {} : { recording }),
});
