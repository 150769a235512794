import { Argument } from 'commander';
import { SHELLS } from '../completion/scripts.ts';
import { common, type Declaring } from './declaring.ts';

/** What serves the command line itself: `completion`, and what its scripts ask. */
export function housekeeping(declaring: Declaring): void {
  const { top, say, context, done } = declaring;
  common(declaring, 'completion', say.completion.help)
    .addArgument(new Argument('[shell]', say.completion.shell).choices(SHELLS))
    .action(async (shell: string | undefined) => {
      const { showCompletion } = await import('../commands/completion.ts');
      done(showCompletion(await context(), top, shell));
    });
  top
    .command('complete', { hidden: true })
    .argument('[word...]')
    .action(async (typed: string[]) => {
      const { complete } = await import('../commands/completion.ts');
      done(await complete(await context(), top, typed));
    });
}
