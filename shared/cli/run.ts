import type { Command } from 'commander';
import { clients as catalogue } from '../clients/index.ts';
import { withSettled } from '../core/recognition/settled-places.ts';
import { settledPlaces } from '../machine/keep/places-file.ts';
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
    const [own, settled] = [await userClients(places, taken), await settledPlaces(places)];
    return {
      ...outside,
      clients: withSettled([...catalogue, ...own.clients], settled.places),
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
