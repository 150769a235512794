import { words } from '../../words/words.ts';
import type { Context } from '../context.ts';
import type { AuditFound } from './audit/found.ts';
import { stateRows } from '../print/audit-state.ts';
import { finding, type Finding } from '../print/findings.ts';

/** Whether something has to be done about it. */
export const auditNeeds = (found: AuditFound | undefined): boolean =>
  (found ? stateRows(found, words('en')) : []).some(({ next }) => next !== undefined);

/** Key, last checkpoint, what was shipped: a row each, with the next step where there is one. */
export function auditFindings(
  { screen, lang }: Context,
  found: AuditFound | undefined,
): readonly Finding[] {
  if (!found) return [];
  const say = words(lang);
  const { paint } = screen;
  const rows = stateRows(found, say);
  if (rows.length === 0)
    return [finding([paint.green(say.doctor.good), say.auditKeep.title, say.auditKeep.none])];
  return rows.map(({ name, text, next }) => {
    const state =
      next === undefined ? paint.green(say.doctor.good) : paint.yellow(say.doctor.limited);
    const what = `${say.auditKeep.title}${say.receipt.colon}${name}`;
    return finding([state, what, text], ...(next === undefined ? [] : [`→ ${next}`]));
  });
}
