import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { RequestKind } from '../core/model.ts';
import { TEMPERS, type Temper } from '../practice/temper.ts';
import { VERSION } from './version.ts';
import type { Context, ExitCode } from './context.ts';
import type { RequestOptions } from './commands/request.ts';

/** The words of the command line. Every command is loaded only when it is called. */
export function program(context: () => Promise<Context>, done: (code: ExitCode) => void): Command {
  const top = new Command('clean-exit')
    .description(
      'Makes chat programs really leave this computer, looks again, and says what is left.',
    )
    .version(VERSION)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', HELP);
  const common = (name: string, text: string): Command =>
    top
      .command(name)
      .description(text)
      .option('--json', 'print exactly one line of JSON, the last on standard output')
      .addOption(new Option('--lang <language>', 'en or zh').choices(['en', 'zh']));
  const request = (kind: RequestKind, text: string): Command =>
    common(kind, text)
      .argument('<client...>', 'ids of clients, or "all"')
      .option('--dry-run', 'say what would be done, and do nothing')
      .option('--timeout <time>', 'how long a client may take to leave: 10, 500ms, 2m', '10s')
      .option('-y, --yes', 'do not ask')
      .option('--verbose', 'show every step')
      .action(async (ids: string[], options: RequestOptions) => {
        const { request: carry } = await import('./commands/request.ts');
        done(await carry(await context(), kind, ids, options));
      });

  common('status', 'show what is running, in the tray, or left behind')
    .argument('[client...]', 'ids of clients; without one, all')
    .action(async (ids: string[]) => {
      const { showStatus } = await import('./commands/status.ts');
      done(await showStatus(await context(), ids));
    });
  request('exit', 'safe exit: ask to quit, wait, look again').addOption(
    new Option('--then <request>', 'what to do with a client that stays').choices(['force']),
  );
  request('force', 'force exit: end it at once, root first, then its helpers');
  request('purge', 'purge cache: move its cache to the trash, once it has gone').option(
    '--permanently',
    'remove for good, without the trash',
  );
  request('hide', 'close its windows; it runs on');
  common('watch', 'a line that changes when something changes')
    .argument('[client...]', 'ids of clients; without one, all')
    .option('--until-gone', 'end as soon as nothing is left')
    .action(async (ids: string[], options: { untilGone?: boolean }) => {
      const { watch } = await import('./commands/watch.ts');
      done(await watch(await context(), ids, options));
    });
  common('doctor', 'what this computer lets us see, what is missing, what to do').action(
    async () => {
      const { doctor } = await import('./commands/doctor.ts');
      done(await doctor(await context()));
    },
  );
  common('clients', 'the catalogue, and your own clients').action(async () => {
    const { showClients } = await import('./commands/clients.ts');
    done(showClients(await context()));
  });
  common('log', 'the receipts of earlier requests')
    .option('--client <id>', 'of this client only')
    .option('--since <time>', 'not older than: 2026-11-25, 3h, 7d')
    .action(async (options: { client?: string; since?: string }) => {
      const { showLog } = await import('./commands/log.ts');
      done(showLog(await context(), options));
    });
  common('schema', 'JSON Schema of what is printed and of client files')
    .addArgument(new Argument('<what>').choices(['receipt', 'status', 'client']))
    .action(async (what: 'receipt' | 'status' | 'client') => {
      const { showSchema } = await import('./commands/schema.ts');
      done(showSchema(await context(), what));
    });
  practice(common, context, done);
  common('tour', 'a short tour with a practice client').action(async () => {
    const { tour } = await import('./commands/tour.ts');
    done(await tour(context));
  });
  for (const command of top.commands) command.exitOverride();
  return top;
}

/** `practice start` and `practice stop`. */
function practice(
  common: (name: string, text: string) => Command,
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
): void {
  common('practice', 'a chat client to practise on: real processes, tray icon and files')
    .addArgument(new Argument('<what>').choices(['start', 'stop']))
    .addOption(new Option('--temper <temper>', 'its character').choices(TEMPERS).default('polite'))
    .option('--flush-ms <ms>', 'how long it writes before it leaves', wholeNumber)
    .option('--helpers <count>', 'how many helpers it has', wholeNumber)
    .action(
      async (what: string, options: { temper: Temper; flushMs?: number; helpers?: number }) => {
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

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('a whole number');
  return Number(value);
}

const HELP = `
Exit codes: 0 nothing left, 1 something left or refused, 2 an error or wrong usage.

  clean-exit status                 what is there
  clean-exit exit wechat            leave safely, and look again
  clean-exit exit all --then force  leave whatever it takes
  clean-exit purge wechat           free its cache; never a chat record`;
