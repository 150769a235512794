import { Option } from 'commander';
import type { RequestKind } from '../../core/model.ts';
import type { RequestOptions } from '../commands/request.ts';
import { common, type Declaring } from './declaring.ts';

/** `wipe` and `reset`. */
export function reset(declaring: Declaring): void {
  const { help, say, context, done } = declaring;
  const ask = async (kind: RequestKind, said: string[], options: Options): Promise<void> => {
    const { request } = await import('../commands/request.ts');
    const { whom } = await import('../whom.ts');
    const now = await context();
    done(await request(now, kind, await whom(now, kind, said, options), options));
  };
  common(declaring, 'wipe', help.wipe)
    .argument('[client...]', help.ids)
    .option('--all', help.all)
    .addOption(new Option('--then <request>', help.then).choices(['force']))
    .option('--dry-run', help.dryRun)
    .option('--timeout <time>', help.timeout)
    .option('-y, --yes', help.yes)
    .option('--code-stdin', say.code.stdin)
    .option('--verbose', help.verbose)
    .action((said: string[], options: Options) => ask('wipe', said, options));
  common(declaring, 'reset', help.reset)
    .argument('[client...]', help.resetIds)
    .option('--everything', say.reset.option)
    .option('--dry-run', help.dryRun)
    .option('-y, --yes', help.yes)
    .option('--code-stdin', say.code.stdin)
    .option('--verbose', help.verbose)
    .action((said: string[], options: Options) => ask('reset', said, options));
}

type Options = RequestOptions & { readonly all?: boolean };
