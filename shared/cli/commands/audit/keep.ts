import { readFileSync, statSync } from 'node:fs';
import { statedBy } from '../../../audit/events/where.ts';
import type { Stated } from '../../../audit/statement.ts';
import { checkpointIn } from '../../../audit/checkpoint.ts';
import { whereOf } from '../../../engine/audit.ts';
import { layCheckpoint } from '../../../store/audit/checkpoint-copies.ts';
import { checkpointName } from '../../../store/audit/checkpoint-files.ts';
import { auditFolder } from '../../../store/audit/log-folder.ts';
import type { OwnAuditLog } from '../../../store/audit/open.ts';
import { logState } from '../../../store/audit/state.ts';
import { auditAlarms } from '../../../words/audit-alarms.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';

/** The own log as it is now, and as whom the command speaks. Throws UsageError where there is none. */
async function ownLog(context: Context) {
  const { store, machine, lang } = context;
  const { policy } = await store.policy();
  const folder = auditFolder(machine.places, policy.log?.algorithm);
  const state = logState(folder);
  const say = words(lang).auditKeep;
  if (!state) throw new UsageError(say.noLog(folder), say.noLogNext);
  const where = await whereOf({ machine, surface: 'command line', trigger: 'person' });
  const stated: Stated = statedBy(where, store.newId(), machine.clock.now());
  // The store gives the log as it is used by requests; its keeper has more to say.
  const log = (await store.audit(policy)) as OwnAuditLog;
  return { policy, state, stated, log, say };
}

/** A lost key and lost entries; beside what is printed, which may go to a file. */
function sayNotices({ screen, lang }: Context, log: OwnAuditLog): void {
  for (const alarm of auditAlarms({ notices: log.notices() }, words(lang)))
    screen.alarm?.(`clean-exit: ${alarm}`);
}

/** Prints the public key, as C2SP's signed-note writes it. */
export async function showKey(context: Context): Promise<ExitCode> {
  const { state, say } = await ownLog(context);
  if (state.key === undefined) throw new UsageError(say.keyLost, say.keyLostNext);
  context.screen.verbatim(state.key);
  return 0;
}

/** Another key signs from now on; the old one signs that. */
export async function rotateKey(
  context: Context,
  { pem }: { readonly pem?: string },
): Promise<ExitCode> {
  const { stated, log, say } = await ownLog(context);
  const given = pem === undefined ? [] : [readFileSync(pem, 'utf8')];
  const vkey = await log.rotateKey(stated, ...given);
  sayNotices(context, log);
  context.screen.say(say.rotated);
  context.screen.verbatim(vkey);
  context.screen.say(say.rotatedNext);
  return 0;
}

/** Removes what is older than the policy keeps it; never less than that. */
export async function pruneLog(
  context: Context,
  { olderThan }: { readonly olderThan?: string },
): Promise<ExitCode> {
  const { policy, stated, log, say } = await ownLog(context);
  const kept = policy.logDays;
  if (olderThan !== undefined && !/^[1-9]\d{0,5}$/.test(olderThan))
    throw new UsageError(say.badDays(olderThan));
  const days = olderThan === undefined ? kept : Number(olderThan);
  if (days === undefined) throw new UsageError(say.noDays, say.noDaysNext);
  if (kept !== undefined && days < kept)
    throw new UsageError(say.tooFew(kept), say.tooFewNext(kept));
  const pruned = await log.prune(stated, days);
  context.screen.say(pruned ? say.pruned(pruned.first) : say.nothingPruned);
  return 0;
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/** Signs how far the log goes. */
export async function signCheckpoint(
  context: Context,
  { out }: { readonly out?: string },
): Promise<ExitCode> {
  const { stated, log, say } = await ownLog(context);
  const { screen } = context;
  if (out !== undefined && !isFolder(out))
    throw new UsageError(say.noFolder(out), say.noFolderNext);
  const note = await log.checkpoint(stated);
  sayNotices(context, log);
  if (out === undefined) {
    for (const line of note.trimEnd().split('\n')) screen.verbatim(line);
    return 0;
  }
  const { size = 0 } = checkpointIn(note) ?? {};
  for (const file of await layCheckpoint(out, checkpointName(size), note))
    screen.say(say.wrote(file));
  return 0;
}
