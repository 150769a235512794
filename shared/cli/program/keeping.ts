import { Argument } from 'commander';
import { clientsNamed } from '../clients-named.ts';
import type { RestoreOptions } from '../restoring.ts';
import { common, type Declaring } from './declaring.ts';
import { NAMES, type Published } from './published.ts';

/** `accounts`, `restore`, `log` and `schema`. */
export function keeping(declaring: Declaring): void {
  const { help, say, context, done } = declaring;
  common(declaring, 'accounts', help.accounts)
    .argument('[client...]', help.someIds)
    .option('--all', help.allClients)
    .action(async (said: string[], { all }: { all?: boolean }) => {
      const { showAccounts } = await import('../commands/accounts.ts');
      const now = await context();
      done(await showAccounts(now, all ? [] : await clientsNamed(now, said, 'accounts')));
    });
  common(declaring, 'restore', help.restore)
    .argument('[record]', say.reset.client)
    .argument('[date]', say.reset.date)
    .option('--dry-run', help.dryRun)
    .option('-y, --yes', help.yes)
    .option('--code-stdin', say.code.stdin)
    .action(
      async (record: string | undefined, date: string | undefined, options: RestoreOptions) => {
        const now = await context();
        const { restoreReset } = await import('../commands/restore-reset.ts');
        const code = await restoreReset(now, record, date, options);
        const { restore } = await import('../commands/restore.ts');
        done(code ?? (await restore(now, record, options)));
      },
    );
  common(declaring, 'log', help.log)
    .option('--client <id>', help.logClient)
    .option('--since <time>', help.logSince)
    .action(async (options: { client?: string; since?: string }) => {
      const { showLog } = await import('../commands/log.ts');
      done(await showLog(await context(), options));
    });
  common(declaring, 'schema', help.schema)
    .addArgument(new Argument('<what>').choices(NAMES))
    .action(async (what: Published) => {
      const { showSchema } = await import('../commands/schema.ts');
      done(showSchema(await context(), what));
    });
}
