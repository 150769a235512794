import process from 'node:process';
import type { Command } from 'commander';
import { clients as catalogue } from '../clients/index.ts';
import { userClients } from '../machine/user-clients.ts';
import { UsageError, type Context, type ExitCode } from './context.ts';

export type Outside = Omit<Context, 'clients' | 'faults'>;
type Build = (
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
  outside: Outside,
) => Command;

/** Runs one command line to its exit code. Errors go to standard error, with `--json` also as a line. */
export async function run(
  program: Build,
  outside: Outside,
  argv: readonly string[],
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context = async (): Promise<Context> => {
    const taken = new Set(catalogue.map((client) => client.id));
    const own = await userClients(outside.machine.places, taken);
    return { ...outside, clients: [...catalogue, ...own.clients], faults: own.faults };
  };
  try {
    await program(context, (one) => (code = one), outside).parseAsync([...argv]);
    return code;
  } catch (error) {
    return fail(outside, error);
  } finally {
    await outside.machine.leave();
  }
}

function fail({ json, screen }: Outside, error: unknown): ExitCode {
  // Help and version are no errors.
  if (isCommander(error) && error.exitCode === 0) return 0;
  const message = error instanceof Error ? error.message : String(error);
  const next = error instanceof UsageError ? error.next : '';
  // The library has said its sentence itself.
  if (!isCommander(error))
    process.stderr.write(`clean-exit: ${message}\n${next ? `  ${next}\n` : ''}`);
  if (json)
    screen.say(
      JSON.stringify({
        schema: 'clean-exit/error/1',
        message: message.replace(/^error: /, ''),
        next,
      }),
    );
  return 2;
}

const isCommander = (error: unknown): error is Error & { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
