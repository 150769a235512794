import { Argument, Option } from 'commander';
import type { RequestKind } from '../../core/model.ts';
import type { ApproveOptions } from '../commands/orders/approve.ts';
import type { RunOptions } from '../commands/orders/run.ts';
import type { OrderOptions } from '../commands/orders/request.ts';
import { common, type Declaring } from './declaring.ts';
import { TIERS, tierIn } from './option-values.ts';

/** What can be ordered. */
const KINDS: readonly RequestKind[] = ['exit', 'force', 'purge', 'hide', 'wipe', 'reset'];

/** `request`, `approve`, `run` and `device`: what two persons approve. */
export function orders(declaring: Declaring): void {
  const { say, help, context, done } = declaring;
  const { help: of } = say.order;
  common(declaring, 'request', of.request)
    .addArgument(new Argument('<kind>', of.kind).choices(KINDS))
    .argument('<app...>', help.ids)
    .addOption(new Option('--then <request>', help.then).choices(['force']))
    .addOption(new Option('--tier <tier>', help.tier).choices(TIERS).argParser(tierIn))
    .option('--account <name>', help.account)
    .option('--permanently', help.permanently)
    .option('--everything', say.reset.option)
    .option('--expires <time>', of.expires)
    .option('--exactly', of.exactly)
    .option('--for-device <fingerprint>', of.forDevice)
    .option('--policy <digest>', of.policy)
    .action(async (kind: RequestKind, said: string[], options: OrderOptions) => {
      const { requestOrder } = await import('../commands/orders/request.ts');
      done(await requestOrder(await context(), kind, said, options));
    });
  common(declaring, 'approve', of.approve)
    .argument('<order>', of.file)
    .option('--key <file>', of.key)
    .option('--as <name>', of.as)
    .option('-y, --yes', help.yes)
    .action(async (file: string, options: ApproveOptions) => {
      const { approve } = await import('../commands/orders/approve.ts');
      done(await approve(await context(), file, options));
    });
  common(declaring, 'run', of.run)
    .argument('<order>', of.file)
    .addOption(new Option('--approval <file>', of.approval).argParser(several))
    .option('-y, --yes', help.yes)
    .option('--code-stdin', say.code.stdin)
    .option('--verbose', help.verbose)
    .action(async (file: string, options: RunOptions) => {
      const { runOrder } = await import('../commands/orders/run.ts');
      done(await runOrder(await context(), file, options));
    });
  common(declaring, 'device', of.device)
    .argument('[app...]', of.policyOf)
    .action(async (said: string[]) => {
      const { showDevice } = await import('../commands/orders/device.ts');
      done(await showDevice(await context(), said));
    });
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
