import process from 'node:process';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Words } from '../words/en.ts';
import { words } from '../words/words.ts';
import type { RequestKind, Tier } from '../core/model.ts';
import { BEHAVIOURS, type Behaviour } from '../practice/behaviour.ts';
import { VERSION } from '../engine/version.ts';
import { visible } from '../core/visible.ts';
import { sayLines } from './print/screen.ts';
import type { Context, ExitCode } from './context.ts';
import type { SettlingCommand } from './commands/clients/settle.ts';
import type { RequestOptions } from './commands/request.ts';

/** The words of the command line. Every command is loaded only when it is called. */
export function program(
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
  { lang, screen }: Pick<Context, 'lang' | 'screen'>,
): Command {
  const { help } = words(lang);
  const top = new Command('clean-exit')
    .description(help.about)
    .version(VERSION)
    .addOption(new Option('--lang <language>', help.lang).choices(['en', 'zh']))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => sayLines(screen, text.replace(/\n$/, '')),
      // What somebody typed, or a script passed on, is in it.
      writeErr: (text) => void process.stderr.write(text.split('\n').map(visible).join('\n')),
    })
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', help.after);
  const common = (name: string, text: string): Command =>
    top
      .command(name)
      .description(text)
      .option('--json', help.json)
      .addOption(new Option('--lang <language>', help.lang).choices(['en', 'zh']));
  const request = (kind: RequestKind): Command =>
    common(kind, help[kind])
      .argument('<client...>', help.ids)
      .option('--dry-run', help.dryRun)
      .option('--timeout <time>', help.timeout)
      .option('-y, --yes', help.yes)
      .option('--verbose', help.verbose)
      .action(async (ids: string[], options: RequestOptions) => {
        const { request: carry } = await import('./commands/request.ts');
        done(await carry(await context(), kind, ids, options));
      });

  common('status', help.status)
    .argument('[client...]', help.someIds)
    .option('--every-user', help.everyUser)
    .action(async (ids: string[], options: { everyUser?: boolean }) => {
      const { showStatus } = await import('./commands/status.ts');
      done(await showStatus(await context(), ids, options));
    });
  request('exit')
    .addOption(new Option('--then <request>', help.then).choices(['force']))
    .option('--every-user', help.everyUser)
    .option('--second-look', help.secondLook)
    .option('--record <file>', help.record);
  request('force')
    .option('--every-user', help.everyUser)
    .option('--second-look', help.secondLook)
    .option('--record <file>', help.record);
  request('purge')
    .addOption(new Option('--tier <tier>', help.tier).choices(TIERS).argParser(tierIn))
    .option('--account <name>', help.account)
    .option('--as-shown <code>', help.asShown)
    .option('--permanently', help.permanently);
  request('hide');
  common('watch', help.watch)
    .argument('[client...]', help.someIds)
    .option('--until-gone', help.untilGone)
    .action(async (ids: string[], options: { untilGone?: boolean }) => {
      const { watch } = await import('./commands/watch.ts');
      done(await watch(await context(), ids, options));
    });
  common('doctor', help.doctor)
    .option('--record <file>', help.record)
    .action(async (options: { record?: string }) => {
      const { doctor } = await import('./commands/doctor.ts');
      done(await doctor(await context(), options));
    });
  catalogue(common('clients', help.clients), help, context, done);
  common('accounts', help.accounts)
    .argument('[client...]', help.someIds)
    .action(async (ids: string[]) => {
      const { showAccounts } = await import('./commands/accounts.ts');
      done(await showAccounts(await context(), ids));
    });
  common('restore', help.restore)
    .argument('[record]', help.restoreRecord)
    .option('--dry-run', help.dryRun)
    .action(async (record: string | undefined, options: { dryRun?: boolean }) => {
      const { restore } = await import('./commands/restore.ts');
      done(await restore(await context(), record, options));
    });
  common('log', help.log)
    .option('--client <id>', help.logClient)
    .option('--since <time>', help.logSince)
    .action(async (options: { client?: string; since?: string }) => {
      const { showLog } = await import('./commands/log.ts');
      done(showLog(await context(), options));
    });
  common('schema', help.schema)
    .addArgument(
      new Argument('<what>').choices([
        'receipt',
        'receipt-1',
        'status',
        'client',
        'policy',
        'places',
      ]),
    )
    .action(async (what: Published) => {
      const { showSchema } = await import('./commands/schema.ts');
      done(showSchema(await context(), what));
    });
  practice(common, help, context, done);
  // What `npm start` shows; it speaks to people only.
  top.command('tour', { hidden: true }).action(async () => {
    const { tour } = await import('./commands/tour.ts');
    done(await tour(context));
  });
  for (const command of top.commands) command.exitOverride();
  return top;
}

/** `clients`, and what can be asked about one of them. */
function catalogue(
  clients: Command,
  help: Words['help'],
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
): void {
  clients.action(async () => {
    const { showClients } = await import('./commands/clients/list.ts');
    done(showClients(await context()));
  });
  clients
    .command('show')
    .description(help.show)
    .argument('<client...>', help.ids)
    .option('--all', help.allSystems)
    .option('--json', help.json)
    .action(async (ids: string[], options: { all?: boolean }) => {
      const { showFacts } = await import('./commands/clients/show.ts');
      done(showFacts(await context(), ids, options));
    });
  clients
    .command('export')
    .description(help.export)
    .argument('<client>', help.ids)
    .addOption(
      new Option('--format <format>', help.format).choices(['cleanerml']).makeOptionMandatory(),
    )
    .action(async (id: string) => {
      const { exportClient } = await import('./commands/clients/export.ts');
      done(exportClient(await context(), id));
    });
  settling(clients, help, context, done);
}

/** `clients confirm`, `clients deny` and `clients forget`. */
function settling(
  clients: Command,
  help: Words['help'],
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
): void {
  const settle = async (what: SettlingCommand, path: string, id?: string): Promise<void> => {
    const loaded = await import('./commands/clients/settle.ts');
    done(await loaded.settle(await context(), what, path, id));
  };
  clients
    .command('confirm')
    .description(help.confirm)
    .argument('<client>', help.oneId)
    .argument('<path>', help.place)
    .option('--json', help.json)
    .action((id: string, path: string) => settle('confirm', path, id));
  for (const what of ['deny', 'forget'] as const)
    clients
      .command(what)
      .description(help[what])
      .argument('<path>', help.place)
      .option('--json', help.json)
      .action((path: string) => settle(what, path));
}

/** `practice start` and `practice stop`. */
function practice(
  common: (name: string, text: string) => Command,
  help: Words['help'],
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
): void {
  common('practice', help.practice)
    .addArgument(new Argument('<what>').choices(['start', 'stop']))
    .addOption(
      new Option('--temper <temper>', help.behaviour).choices(BEHAVIOURS).default('polite'),
    )
    .option('--flush-ms <ms>', help.flushMs, wholeNumber)
    .option('--helpers <count>', help.helpers, wholeNumber)
    .action(
      async (what: string, options: { temper: Behaviour; flushMs?: number; helpers?: number }) => {
        const { practiceStart, practiceStop } = await import('./commands/practice.ts');
        const { temper, flushMs, helpers } = options;
        done(
          what === 'start'
            ? await practiceStart(await context(), { temper, flushMs, helpers })
            : await practiceStop(await context()),
        );
      },
    );
}

type Published = 'receipt' | 'receipt-1' | 'status' | 'client' | 'policy' | 'places';

/** All tiers; the last one is always refused, in words of its own. */
const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files', 'messages'];

/** `--tier cache --tier leftover` and `--tier cache,leftover` are the same. */
function tierIn(value: string, before: readonly Tier[] = []): readonly Tier[] {
  const tiers = value.split(',').map((name) => TIERS.find((tier) => tier === name));
  if (tiers.includes(undefined)) throw new InvalidArgumentError(TIERS.join(', '));
  return [...before, ...tiers.filter((tier) => tier !== undefined)];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('a whole number');
  return Number(value);
}
