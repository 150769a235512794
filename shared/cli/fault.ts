import process from 'node:process';
import { text } from '../core/explain.ts';
import { StateFault } from '../machine/keep/state-fault.ts';
import { UsageError, type Context, type ExitCode } from './context.ts';

type Told = Pick<Context, 'json' | 'screen' | 'lang'>;

/**
 * The exit code of a command, or 2 for whatever it throws: a sentence on standard error with the next
 * thing to do, and with `--json` one line on standard output as well. Never a stack trace.
 */
export async function orFault(told: Told, command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    // Help and version are no errors.
    if (isCommander(error) && error.exitCode === 0) return 0;
    const message = error instanceof Error ? error.message : String(error);
    const next = nextOf(error, told);
    // The library has said its sentence itself.
    if (!isCommander(error))
      process.stderr.write(`clean-exit: ${message}\n${next ? `  ${next}\n` : ''}`);
    if (told.json) {
      const said = message.replace(/^error: /, '');
      told.screen.say(JSON.stringify({ schema: 'clean-exit/error/1', message: said, next }));
    }
    return 2;
  }
}

function nextOf(error: unknown, { lang }: Told): string {
  if (error instanceof UsageError) return error.next;
  return error instanceof StateFault ? text(lang, 'stateNext') : '';
}

const isCommander = (error: unknown): error is Error & { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
