import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';
import type { Policy } from '../../core/model.ts';
import { words } from '../../words/words.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import { purgesOnRecord } from '../../machine/files/trash-records.ts';
import { stateFolders } from '../../machine/files/state-folders.ts';
import { readPractice } from '../../practice/stop.ts';
import { busyWith } from '../../store/busy-with.ts';
import { ownThings, type OwnFile, type Stays } from '../../store/own-things.ts';
import { removeOwnThings } from '../../store/remove-own-things.ts';
import { completionFiles } from '../completion/files.ts';
import { MARK } from '../completion/scripts.ts';
import { confirm } from '../confirm.ts';
import type { PrintedUninstall } from '../../schema/printed/uninstall.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { idIn } from '../resolve-clients.ts';
import { throwPolicyFaults } from '../policy.ts';
import { table } from '../print/table.ts';

export interface UninstallOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * Removes what Clean Exit keeps for this person, after it has said what goes and what stays; 1 where a file of ours
 * stays or the person said no. Throws UsageError where it must not begin.
 */
export async function uninstall(context: Context, options: UninstallOptions): Promise<ExitCode> {
  const { screen, json, lang, machine, env } = context;
  const say = words(lang).uninstall;
  await refuse(context);
  const things = ownThings(machine.places, completionFiles(env, machine.places), MARK);
  const { yes = false, dryRun = false } = options;
  if (!yes && !dryRun && (json || !screen.canAsk))
    throw new UsageError(say.needsYes, say.needsYesNext);
  const schema = 'clean-exit/uninstall/1';
  const keeps = keptLines(context);
  if (dryRun && json) {
    const wouldChange = things.files.length + things.folders.length > 0;
    screen.json({ schema, dryRun, wouldChange, ...things } satisfies PrintedUninstall);
    return 0;
  }
  if (!json) for (const line of planLines(context, things.files, keeps)) screen.say(line);
  if (dryRun) return 0;
  if (!yes && things.files.length > 0 && !(await confirm(context, say.confirm))) {
    screen.say(words(lang).receipt.notDone);
    return 1;
  }
  const done = removeOwnThings(things);
  if (json) screen.json({ schema, ...done } satisfies PrintedUninstall);
  else {
    screen.say(say.removed(done.removed.length));
    for (const line of staysLines(context, done.stays)) screen.say(line);
    for (const line of byHand(context)) screen.say(line);
  }
  return done.stays.length === 0 ? 0 : 1;
}

/** Nothing is removed under a hold, beside another request, or while the practice client needs its notes. */
async function refuse(context: Context): Promise<void> {
  const { machine, store, lang } = context;
  const say = words(lang);
  await throwPolicyFaults(context);
  const { policy, origin } = await store.policy();
  if (policy.hold)
    throw new UsageError(say.uninstall.hold(fileOf(origin, 'hold')), say.uninstall.holdNext);
  const busy = busyWith(machine.places)
    .map((id) => idIn(context, id))
    .join(words(lang).typed.comma);
  if (busy) throw new UsageError(say.uninstall.busy(busy), say.uninstall.busyNext);
  if (await readPractice(machine.places.ourState))
    throw new UsageError(say.uninstall.practice, say.practice.runningNext);
}

const fileOf = (
  origin: Awaited<ReturnType<Context['store']['policy']>>['origin'],
  field: keyof Policy,
): string => origin[field]?.file ?? '';

function planLines(
  { lang }: Context,
  files: readonly OwnFile[],
  keeps: readonly string[],
): readonly string[] {
  const say = words(lang).uninstall;
  const rows = table(files.map(({ kind, path }) => [`  ${say.kind[kind]}`, path]));
  return [
    ...(rows.length === 0 ? [say.nothing] : [say.removes, ...rows]),
    ...[say.stays, ...keeps.map((one) => `  ${one}`)],
  ];
}

/** What is none of ours, or not this person's to remove. */
function keptLines({ machine, lang }: Context): readonly string[] {
  const say = words(lang).uninstall;
  const { places, platform } = machine;
  const purges = purgesOnRecord(stateFolders(places), new Set()).length;
  const trash = platform === 'linux' ? `${places.data}/Trash` : '';
  const managed = places.ourManaged;
  return [
    say.chats,
    ...(purges > 0 ? [say.trash(purges, trash), say.trashNext] : []),
    ...(managed !== undefined && existsSync(managed) ? [say.managed(managed)] : []),
  ];
}

function staysLines({ lang }: Context, stays: readonly Stays[]): readonly string[] {
  const say = words(lang);
  if (stays.length === 0) return [];
  const rows = stays.map((one) =>
    one.why === 'fault'
      ? [`  ${stateFaultInWords(one.fault, say)}`]
      : [`  ${one.path}`, say.uninstall.why[one.why]],
  );
  return [say.uninstall.stays, ...table(rows)];
}

/** What no program can remove while it runs, or what its host removes. */
function byHand({ lang }: Context): readonly string[] {
  const say = words(lang).uninstall;
  const [, script = ''] = process.argv;
  const real = realpathSync(script);
  const isPackage = /[\\/]node_modules[\\/]/.test(real);
  const program = isPackage ? say.npm : say.checkout(real.replace(/[\\/]bin[\\/][^\\/]*$/, ''));
  return [say.byHand, ...[program, say.keys, say.raycast].map((one) => `  ${one}`)];
}
