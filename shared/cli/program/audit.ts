import { auditKeep } from './audit-keep.ts';
import { auditReport } from './audit-report.ts';
import { auditVerify } from './audit-verify.ts';
import type { Declaring } from './declaring.ts';
import { withOptionsOfAll } from './options-of-all.ts';

/** `audit` and what is below it. */
export function audit(declaring: Declaring): void {
  const { top, say } = declaring;
  const group = withOptionsOfAll(top.command('audit').description(say.auditVerify.group), say);
  for (const declare of [auditVerify, auditKeep, auditReport])
    declare({ ...declaring, top: group });
  for (const command of group.commands) command.exitOverride();
}
