import { Option, type Command } from 'commander';
import type { RequestKind } from '../../core/model.ts';
import type { RequestOptions } from '../commands/request.ts';
import { common, type Declaring } from './declaring.ts';
import { TIERS, tierIn } from './option-values.ts';

/** `exit`, `force`, `purge` and `hide`. */
export function requests(declaring: Declaring): void {
  const { help, context, done } = declaring;
  const request = (kind: RequestKind): Command =>
    common(declaring, kind, help[kind])
      .argument('[client...]', help.ids)
      .option('--all', help.all)
      .option('--dry-run', help.dryRun)
      .option('--timeout <time>', kind === 'hide' ? help.hideTimeout : help.timeout)
      .option('-y, --yes', help.yes)
      .option('--code-stdin', declaring.say.code.stdin)
      .option('--verbose', help.verbose)
      .action(async (said: string[], options: RequestOptions & { all?: boolean }) => {
        const { request: carry } = await import('../commands/request.ts');
        const { whom } = await import('../whom.ts');
        const now = await context();
        done(await carry(now, kind, await whom(now, kind, said, options), options));
      });
  request('exit')
    .aliases(['quit', 'close'])
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
}
