import { Option, type Command } from 'commander';
import type { SettlingCommand } from '../commands/clients/settle.ts';
import { clientsNamed } from '../clients-named.ts';
import { common, type Declaring } from './declaring.ts';

/** `clients`, and what can be asked about one of them. */
export function catalogue(declaring: Declaring): void {
  const { help, context, done } = declaring;
  const clients = common(declaring, 'clients', help.clients);
  clients.action(async () => {
    const { showClients } = await import('../commands/clients/list.ts');
    done(showClients(await context()));
  });
  clients
    .command('show')
    .description(help.show)
    .argument('<client...>', help.ids)
    .option('--all', help.allSystems)
    .option('--json', help.json)
    .action(async (said: string[], options: { all?: boolean }) => {
      const { showFacts } = await import('../commands/clients/show.ts');
      const now = await context();
      done(showFacts(now, await clientsNamed(now, said, 'clients show'), options));
    });
  clients
    .command('export')
    .description(help.export)
    .argument('<client>', help.ids)
    .addOption(
      new Option('--format <format>', help.format).choices(['cleanerml']).makeOptionMandatory(),
    )
    .action(async (said: string) => {
      const { exportClient } = await import('../commands/clients/export.ts');
      const now = await context();
      const [id = said] = await clientsNamed(now, [said], 'clients export --format cleanerml');
      done(exportClient(now, id));
    });
  settling(clients, declaring);
}

/** `clients confirm`, `clients deny` and `clients forget`. */
function settling(clients: Command, { help, context, done }: Declaring): void {
  const settle = async (what: SettlingCommand, path: string, id?: string): Promise<void> => {
    const loaded = await import('../commands/clients/settle.ts');
    const now = await context();
    const [named = id] = id === undefined ? [] : await clientsNamed(now, [id], 'clients confirm');
    done(await loaded.settle(now, what, path, named));
  };
  clients
    .command('confirm')
    .description(help.confirm)
    .argument('<client>', help.oneId)
    .argument('<path>', help.place)
    .option('--json', help.json)
    .action((id: string, path: string) => settle('confirm', path, id));
  for (const what of ['deny', 'forget'] as const)
    clients
      .command(what)
      .description(help[what])
      .argument('<path>', help.place)
      .option('--json', help.json)
      .action((path: string) => settle(what, path));
}
