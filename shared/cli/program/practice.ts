import { Argument, Option } from 'commander';
import { BEHAVIOURS, type Behaviour } from '../../practice/behaviour.ts';
import { common, type Declaring } from './declaring.ts';
import { wholeNumber } from './option-values.ts';

/** `practice start` and `practice stop`. */
export function practice(declaring: Declaring): void {
  const { help, context, done } = declaring;
  common(declaring, 'practice', help.practice)
    .addArgument(new Argument('<what>', help.startOrStop).choices(['start', 'stop']))
    .addOption(
      new Option('--temper <temper>', help.behaviour).choices(BEHAVIOURS).default('polite'),
    )
    .option('--flush-ms <ms>', help.flushMs, wholeNumber)
    .option('--helpers <count>', help.helpers, wholeNumber)
    .action(
      async (what: string, options: { temper: Behaviour; flushMs?: number; helpers?: number }) => {
        const { practiceStart, practiceStop } = await import('../commands/practice.ts');
        const { temper, flushMs, helpers } = options;
        done(
          what === 'start'
            ? await practiceStart(await context(), { temper, flushMs, helpers })
            : await practiceStop(await context()),
        );
      },
    );
}
