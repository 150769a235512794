import { Argument } from 'commander';
import { SHELLS } from '../completion/scripts.ts';
import type { UninstallOptions } from '../commands/uninstall.ts';
import { withOptionsOfAll } from './options-of-all.ts';
import { common, type Declaring } from './declaring.ts';

/** What serves the command line itself: `completion`, what its scripts ask, `man` and `uninstall`. */
export function housekeeping(declaring: Declaring): void {
  const { top, say, help, context, done } = declaring;
  common(declaring, 'completion', say.completion.help)
    .addArgument(new Argument('[shell]', say.completion.shell).choices(SHELLS))
    .action(async (shell: string | undefined) => {
      const { showCompletion } = await import('../commands/completion.ts');
      done(showCompletion(await context(), top, shell));
    });
  withOptionsOfAll(top.command('man').description(say.manual.help), say).action(async () => {
    const { showManual } = await import('../commands/man.ts');
    done(showManual(await context(), top));
  });
  common(declaring, 'uninstall', say.uninstall.help)
    .option('--dry-run', help.dryRun)
    .option('-y, --yes', help.yes)
    .action(async (options: UninstallOptions) => {
      const { uninstall } = await import('../commands/uninstall.ts');
      done(await uninstall(await context(), top, options));
    });
  top
    .command('complete', { hidden: true })
    .argument('[word...]')
    .action(async (typed: string[]) => {
      const { complete } = await import('../commands/completion.ts');
      done(await complete(await context(), top, typed));
    });
}
