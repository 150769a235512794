import process from 'node:process';
import { Command } from 'commander';
import { words } from '../words/words.ts';
import { VERSION } from '../engine/version.ts';
import { errorsIn, helpIn } from './commander-in-words.ts';
import { columnsOf, faultText, sayLines } from './print/screen.ts';
import type { Context, ExitCode } from './context.ts';
import { audit } from './program/audit.ts';
import { catalogue } from './program/catalogue.ts';
import { code } from './program/code.ts';
import type { Declaring } from './program/declaring.ts';
import { housekeeping } from './program/housekeeping.ts';
import { keeping } from './program/keeping.ts';
import { looking, offering, status } from './program/looking.ts';
import { withOptionsOfAll } from './program/options-of-all.ts';
import { volume } from './program/volume.ts';
import { orders } from './program/orders.ts';
import { policy } from './program/policy.ts';
import { practice } from './program/practice.ts';
import { presence } from './program/presence.ts';
import { requests } from './program/requests.ts';
import { reset } from './program/reset.ts';

/** The words of the command line. Every command is loaded only when it is called. */
export function program(
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
  { lang, screen }: Pick<Context, 'lang' | 'screen'>,
): Command {
  const say = words(lang);
  const { help } = say;
  const top = withOptionsOfAll(
    new Command('clean-exit')
      .description(help.about)
      .version(VERSION, '-V, --version', say.commander.version)
      .helpOption('-h, --help', say.commander.help)
      .helpCommand('help [command]', say.commander.help),
    say,
  )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => sayLines(screen, text.replace(/\n$/, '')),
      // What somebody typed, or a script passed on, is in it.
      ...errorsIn(lang),
      writeErr: (text) => void process.stderr.write(faultText(text, screen)),
    })
    .configureHelp({ sortSubcommands: false, helpWidth: columnsOf(screen), ...helpIn(lang) })
    .addHelpText('after', help.after);
  const declaring: Declaring = { top, say, help, context, done };
  // The help lists them in this order.
  for (const declare of [
    ...[status, requests, reset, looking, catalogue, keeping, policy],
    ...[code, presence, orders, volume, audit, practice, housekeeping],
    offering,
  ])
    declare(declaring);
  // What `npm start` shows; it speaks to people only.
  top.command('tour', { hidden: true }).action(async () => {
    const { tour } = await import('./commands/tour.ts');
    done(await tour(context));
  });
  for (const command of top.commands) command.exitOverride();
  return top;
}
