import type { PrintedAuditStatus } from '../../../schema/printed/audit-keep.ts';
import { auditFolder, otherAuditFolder } from '../../../store/audit/log-folder.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { stateRows } from '../../print/audit-state.ts';
import { table } from '../../print/table.ts';
import { auditFound, plainAudit } from './found.ts';

/** 0: the log is as it should be, or no policy wants one. 1: something has to be done. */
export async function auditStatus(context: Context): Promise<ExitCode> {
  const { screen, json, lang, machine, store } = context;
  const { policy } = await store.policy();
  const found = auditFound(context, policy);
  const folder = found?.folder ?? auditFolder(machine.places, policy.log?.algorithm);
  const mode = policy.audit ?? 'off';
  const rows = found ? stateRows(found, words(lang)) : [];
  const isGood = rows.every(({ next }) => next === undefined);
  if (json) {
    screen.json({
      ...{ schema: 'clean-exit/audit-status/1', audit: mode, folder, good: isGood },
      ...(found ? plainAudit(found) : {}),
    } satisfies PrintedAuditStatus);
    return isGood ? 0 : 1;
  }
  const say = words(lang).auditKeep;
  const lines = rows.flatMap(({ name, text, next }) => [
    [name, text],
    ...(next === undefined ? [] : [['', next]]),
  ]);
  const head = [[say.policy, say.mode[mode]]];
  const older = otherAuditFolder(machine.places, policy.log?.algorithm);
  const tail = older === undefined ? [] : [[say.older, older]];
  for (const line of table(
    [...head, ...(found?.log ? [] : [[say.lines, say.noLog(folder)]]), ...lines, ...tail],
    screen.columns,
  ))
    screen.say(line);
  return isGood ? 0 : 1;
}
