import { asError } from '../core/as-error.ts';
import process from 'node:process';
import type { PolicyFault } from '../engine/engine.ts';
import type { FileFault } from '../store/json-file.ts';
import { fileFaultInWords } from '../words/file-fault-in-words.ts';
import { words } from '../words/words.ts';
import { stateAdvice } from '../words/state-advice.ts';
import { stateFaultInWords } from '../words/state-fault-in-words.ts';
import { visible } from '../core/visible.ts';
import { codeOf } from '../machine/files/errno.ts';
import { StateFault } from '../machine/files/state-fault.ts';
import { faultText } from './print/screen.ts';
import { messageIn } from './commander-in-words.ts';
import { asInvoked, type Invocation } from './invocation.ts';
import type { PrintedError } from '../schema/printed/error.ts';
import { NotDone, UsageError, type Context, type ExitCode } from './context.ts';

type Reader = Pick<Context, 'json' | 'screen' | 'lang'> & { readonly invocation?: Invocation };

/**
 * The exit code of a command, or 2 for whatever it throws: a sentence on standard error with the next
 * thing to do, and with `--json` one line on standard output as well. Never a stack trace.
 */
export async function reportErrors(
  reader: Reader,
  command: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    // Help and version are no errors.
    if (isCommander(error) && error.exitCode === 0) return 0;
    if (error instanceof NotDone) {
      reader.screen.say(words(reader.lang).receipt.notDone);
      return 1;
    }
    const message = sentenceOf(error, reader);
    const next = asInvoked(nextOf(error, reader), reader.invocation);
    // The library has said its sentence itself.
    if (!isCommander(error))
      process.stderr.write(
        faultText(
          `clean-exit: ${visible(message)}\n${next ? `  ${next.split('\n').join('\n  ')}\n` : ''}`,
          reader.screen,
        ),
      );
    if (reader.json) {
      const said = (isCommander(error) ? messageIn(message, reader.lang) : message).replace(
        /^(?:error: |\u9519\u8bef\uff1a)/,
        '',
      );
      const printed: PrintedError = { schema: 'clean-exit/error/1', message: said, next };
      reader.screen.json(printed);
    }
    return 2;
  }
}

function nextOf(error: unknown, { lang }: Reader): string {
  const say = words(lang);
  if (error instanceof UsageError) return error.next;
  if (isFolderGone(error)) return say.state.folderGoneNext;
  if (policyFault(error)) return say.usage.policyFaultNext;
  if (error instanceof StateFault)
    return stateAdvice({ ...error.fault, code: error.code }, say, error.variable);
  return FULL_OR_CLOSED.includes(ofSystem(error)?.code ?? '') ? say.state.roomNext : '';
}

const FULL_OR_CLOSED: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'];

/** The system's own words are no sentence. */
function sentenceOf(error: unknown, { lang }: Reader): string {
  const say = words(lang);
  if (isFolderGone(error)) return say.state.folderGone;
  if (isStopped(error)) return say.hint.stopped;
  const fault = policyFault(error);
  if (fault) return fileFaultInWords(fault, say);
  const { code, path } = ofSystem(error) ?? {};
  if (code !== undefined && path !== undefined) return stateFaultInWords({ code, path }, say);
  if (error instanceof StateFault && lang !== 'en') return stateFaultInWords(error.fault, say);
  return asError(error).message;
}

/** Node says so where the folder that a relative path begins at was removed. */
const isFolderGone = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';

/** What the engine found wrong with a policy file; its class would load the engine for every command. */
const policyFault = (error: unknown): FileFault | undefined =>
  error instanceof Error && error.name === 'PolicyFault'
    ? (error as PolicyFault).found.faults[0]
    : undefined;

/** Ctrl-C ends what waits with this error. */
const isStopped = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AbortError';

/** What the system told while we did something with a file: Node's own message is English and no sentence. */
function ofSystem(error: unknown): { readonly code: string; readonly path?: string } | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const path = 'path' in error ? error.path : undefined;
  return { code: codeOf(error), ...(typeof path === 'string' && { path }) };
}

const isCommander = (error: unknown): error is Error & { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
