import { existsSync } from 'node:fs';
import type { Policy } from '../../core/model.ts';
import { wantedPlace } from '../../store/audit/destination.ts';
import { auditFolder } from '../../store/audit/log-folder.ts';
import { logState, type LogState } from '../../store/audit/state.ts';
import { words } from '../../words/words.ts';
import type { Context } from '../context.ts';
import { stateRows } from '../print/audit-state.ts';
import { finding, type Finding } from '../print/findings.ts';

/** The audit log of this account. */
export interface AuditFound {
  readonly folder: string;
  /** Absent where nothing was written yet. */
  readonly log?: LogState;
  /** Where the policy wants it to be shipped. */
  readonly to?: string;
}

/** Nothing where no policy wants a log and there is none. */
export function auditFound({ machine }: Context, policy: Policy): { readonly audit?: AuditFound } {
  const { audit = 'off', log: how } = policy;
  const folder = auditFolder(machine.places, how?.algorithm);
  if (audit === 'off' && !existsSync(folder)) return {};
  const log = logState(folder, how?.checkpoints);
  const to = wantedPlace(policy);
  return { audit: { folder, ...(log ? { log } : {}), ...(to === undefined ? {} : { to }) } };
}

/** Whether something has to be done about it. */
export const auditNeeds = (found: AuditFound | undefined): boolean =>
  stateRows(found?.log, words('en'), found?.to).some(({ next }) => next !== undefined);

/** Key, last checkpoint, what was shipped: a row each, with the next step where there is one. */
export function auditFindings(
  { screen, lang }: Context,
  found: AuditFound | undefined,
): readonly Finding[] {
  if (!found) return [];
  const say = words(lang);
  const { paint } = screen;
  const rows = stateRows(found.log, say, found.to);
  if (rows.length === 0)
    return [finding([paint.green(say.doctor.good), say.auditKeep.title, say.auditKeep.none])];
  return rows.map(({ name, text, next }) => {
    const state =
      next === undefined ? paint.green(say.doctor.good) : paint.yellow(say.doctor.limited);
    const what = `${say.auditKeep.title}${say.receipt.colon}${name}`;
    return finding([state, what, text], ...(next === undefined ? [] : [`→ ${next}`]));
  });
}

export const plainAudit = ({ folder, log }: AuditFound) => ({
  folder,
  ...(log ? { log: { ...log, spools: [...log.spools] } } : {}),
});
