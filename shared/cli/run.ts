import type { Command } from 'commander';
import { clients as catalogue } from '../clients/index.ts';
import { settledClients } from '../machine/keep/settled-clients.ts';
import { userClients } from '../machine/user-clients.ts';
import type { Context, ExitCode } from './context.ts';

export type Outside = Omit<Context, 'clients' | 'faults' | 'placeFaults'>;
type Build = (
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
  outside: Outside,
) => Command;

/** Runs one command line to its exit code; throws what its caller can put right, or commander's own. */
export async function run(
  program: Build,
  outside: Outside,
  argv: readonly string[],
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context = async (): Promise<Context> => {
    const taken = new Set(catalogue.map((client) => client.id));
    const { places } = outside.machine;
    const own = await userClients(places, taken);
    const settled = await settledClients([...catalogue, ...own.clients], places);
    return {
      ...outside,
      clients: settled.clients,
      faults: own.faults,
      placeFaults: settled.faults,
    };
  };
  try {
    await program(context, (one) => (code = one), outside).parseAsync([...argv]);
    return code;
  } finally {
    await outside.machine.leave();
  }
}
