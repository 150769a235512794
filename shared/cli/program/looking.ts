import { Option } from 'commander';
import { clientsNamed } from '../clients-named.ts';
import { everyUser } from '../every-user.ts';
import { common, type Declaring } from './declaring.ts';

interface StatusOptions {
  readonly everyUser?: boolean;
  readonly all?: boolean;
  readonly watch?: boolean;
}

/** `status`, which comes first in the help. */
export function status(declaring: Declaring): void {
  const { say, help, context, done } = declaring;
  common(declaring, 'status', help.status)
    .aliases(['ls', 'ps'])
    .argument('[client...]', help.someIds)
    .option('--all', help.allClients)
    .option('--every-user', help.everyUser)
    .option('--watch', say.watch.status)
    .action(async (said: string[], options: StatusOptions) => {
      const { showStatus } = await import('../commands/status.ts');
      const now = await context();
      const ids = options.all ? [] : await clientsNamed(now, said, 'status');
      if (options.watch) {
        const { watch } = await import('../commands/watch.ts');
        return done(await watch(now, ids, { everyUser: everyUser(now, options) }));
      }
      done(await showStatus(now, ids, options));
    });
}

/** What a client that stands where a command would be is offered; no help shows it. */
export function offering({ top, help, context, done }: Declaring): void {
  top
    .command('offer', { hidden: true })
    .argument('<client...>')
    .option('--json', help.json)
    .addOption(new Option('--lang <language>', help.lang).choices(['en', 'zh']))
    .action(async (said: string[]) => {
      const { offer } = await import('../commands/offer.ts');
      const now = await context();
      done(await offer(now, await clientsNamed(now, said, 'status')));
    });
}

/** `watch` and `doctor`. */
export function looking(declaring: Declaring): void {
  const { help, context, done } = declaring;
  common(declaring, 'watch', help.watch)
    .argument('[client...]', help.someIds)
    .option('--until-gone', help.untilGone)
    .option('--all', help.allClients)
    .action(async (said: string[], options: { untilGone?: boolean; all?: boolean }) => {
      const { watch } = await import('../commands/watch.ts');
      const now = await context();
      const ids = options.all ? [] : await clientsNamed(now, said, 'watch');
      done(await watch(now, ids, options));
    });
  common(declaring, 'doctor', help.doctor)
    .option('--record <file>', help.record)
    .action(async (options: { record?: string }) => {
      const { doctor } = await import('../commands/doctor.ts');
      done(await doctor(await context(), options));
    });
}
