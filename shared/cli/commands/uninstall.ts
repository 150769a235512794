import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';
import type { Command } from 'commander';
import type { Policy } from '../../core/model.ts';
import { explainWhy } from '../../words/explain-why.ts';
import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import { readPractice } from '../../practice/stop.ts';
import { busyWith } from '../../store/busy-with.ts';
import { ownThings, type OwnFile, type OwnThings, type Stays } from '../../store/own-things.ts';
import { removeOwnThings } from '../../store/remove-own-things.ts';
import { completionFiles } from '../completion/files.ts';
import { scriptsOf } from '../completion/scripts.ts';
import { confirm } from '../confirm.ts';
import type { PrintedUninstall } from '../../schema/printed/uninstall.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { idIn } from '../resolve-clients.ts';
import { throwPolicyFaults } from '../policy.ts';
import { isQuiet } from '../quiet.ts';
import { quarantinesIn } from '../quarantines.ts';
import { faultText } from '../print/screen.ts';
import { table } from '../print/table.ts';

export interface UninstallOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * Removes what Clean Exit keeps for this person, after it has said what goes and what stays; 1 where a file of ours
 * stays, nobody knows whether one does, or the person said no. Throws UsageError where it must not begin.
 */
export async function uninstall(
  context: Context,
  top: Command,
  options: UninstallOptions,
): Promise<ExitCode> {
  const { screen, json, lang, machine, env } = context;
  const say = words(lang).uninstall;
  const { yes = false, dryRun = false } = options;
  await refuse(context);
  const notSeen = await refuseQuarantined(context);
  const completions = {
    files: completionFiles(env, machine.places),
    scripts: Object.values(scriptsOf(top)),
  };
  const list = (): OwnThings => ownThings(machine.places, completions);
  const listed = list();
  if (!yes && !dryRun && (json || !screen.canAsk))
    throw new UsageError(say.needsYes, say.needsYesNext);
  const schema = 'clean-exit/uninstall/1';
  const code = (stays: readonly Stays[]): ExitCode => (stays.length + notSeen.length === 0 ? 0 : 1);
  if (!json) for (const line of planLines(context, listed, notSeen)) screen.say(line);
  if (dryRun) {
    const wouldChange = listed.files.length + listed.folders.length > 0;
    const recordsLost = recordsIn(listed.files);
    const printed = { schema, dryRun, wouldChange, ...listed, recordsLost, notSeen } as const;
    if (json) screen.json(printed satisfies PrintedUninstall);
    else sayToErrors(context, lossLines(context, recordsLost, notSeen));
    return code(listed.stays);
  }
  if (!yes && listed.files.length > 0 && !(await confirm(context, say.confirm))) {
    screen.say(words(lang).receipt.notDone);
    return 1;
  }
  // A person may take long to answer.
  await refuse(context);
  const done = removeOwnThings(
    stillAsListed(listed, list()),
    () => busyWith(machine.places).length > 0,
  );
  const recordsLost = recordsIn(done.removed);
  if (json) screen.json({ schema, ...done, recordsLost, notSeen } satisfies PrintedUninstall);
  else {
    screen.say(say.removed(done.removed.length));
    for (const line of staysLines(context, done.stays)) screen.say(line);
    for (const line of byHand(context)) screen.say(line);
    sayToErrors(context, lossLines(context, recordsLost, notSeen));
  }
  return code(done.stays);
}

/** Nothing is removed under a hold, beside another request, or while the practice client needs its notes. */
async function refuse(context: Context): Promise<void> {
  const { machine, store, lang } = context;
  const say = words(lang);
  await throwPolicyFaults(context, 'purge');
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

/** Without us nobody brings back what a purge that was interrupted has set aside. Answers where nobody could look. */
async function refuseQuarantined(context: Context): Promise<PrintedUninstall['notSeen']> {
  const say = words(context.lang).uninstall;
  const {
    found: [first],
    notSeen,
  } = await quarantinesIn(context);
  if (!first) return notSeen;
  const client = idIn(context, first.client);
  throw new UsageError(
    [say.quarantined(client), ...first.folders].join('\n  '),
    say.quarantinedNext(client),
  );
}

/** Only what was shown goes; what came meanwhile is named. */
function stillAsListed(listed: OwnThings, now: OwnThings): OwnThings {
  const shown = new Set(listed.files.map((one) => one.path));
  const later = now.files.filter((one) => !shown.has(one.path));
  return {
    ...now,
    files: now.files.filter((one) => shown.has(one.path)),
    stays: [...now.stays, ...later.map((one): Stays => ({ path: one.path, why: 'came-later' }))],
  };
}

/** Each record is one purge; what was being written when a program ended is none. */
const recordsIn = (files: readonly OwnFile[]): number =>
  files.filter(({ kind, path }) => kind === 'records' && path.endsWith('.json')).length;

/** What cannot be undone is said also to a person who wants to hear of errors alone. */
function sayToErrors({ screen }: Context, lines: readonly string[]): void {
  if (isQuiet(process.argv))
    for (const line of lines) process.stderr.write(`${faultText(line, screen)}\n`);
}

const fileOf = (
  origin: Awaited<ReturnType<Context['store']['policy']>>['origin'],
  field: keyof Policy,
): string => origin[field]?.file ?? '';

function planLines(
  context: Context,
  { files, stays }: OwnThings,
  notSeen: PrintedUninstall['notSeen'],
): readonly string[] {
  const say = words(context.lang).uninstall;
  const rows = table(files.map(({ kind, path }) => [`  ${say.kind[kind]}`, path]));
  const loss = lossLines(context, recordsIn(files), notSeen);
  const keeps = [say.chats, ...loss, ...managedLines(context)].map((one) => `  ${one}`);
  return [
    ...(rows.length === 0 ? [say.nothing] : [say.removes, ...rows]),
    ...[say.stays, ...keeps, ...staysRows(context, stays)],
  ];
}

/** What cannot be put back afterwards, and what nobody could look for. */
function lossLines(
  { machine, lang, ...context }: Context,
  records: number,
  notSeen: PrintedUninstall['notSeen'],
): readonly string[] {
  const say = words(lang);
  const trash = machine.platform === 'linux' ? `${machine.places.data}/Trash` : '';
  return [
    ...(records > 0 ? [say.uninstall.trash(records, trash), say.uninstall.trashNext] : []),
    ...notSeen.map(({ client, ...why }) =>
      say.uninstall.notSeen(idIn({ ...context, machine, lang }, client), explainWhy(why, say)),
    ),
  ];
}

/** What is not this person's to remove. */
function managedLines({ machine, lang }: Context): readonly string[] {
  const managed = machine.places.ourManaged;
  return managed !== undefined && existsSync(managed)
    ? [words(lang).uninstall.managed(managed)]
    : [];
}

const staysLines = (context: Context, stays: readonly Stays[]): readonly string[] =>
  stays.length === 0 ? [] : [words(context.lang).uninstall.stays, ...staysRows(context, stays)];

function staysRows({ lang }: Context, stays: readonly Stays[]): readonly string[] {
  const say = words(lang);
  return table(
    stays.map((one) => {
      if (one.why === 'fault') return [`  ${stateFaultInWords(one.fault, say)}`];
      return [`  ${one.path}`, whyItStays(one, say)];
    }),
  );
}

function whyItStays(one: Exclude<Stays, { why: 'fault' }>, say: Words): string {
  if (one.why === 'link') return say.uninstall.link(one.real);
  return one.why === 'set-aside'
    ? say.uninstall.leadsBack(one.folders.join(say.typed.comma))
    : say.uninstall.why[one.why];
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
