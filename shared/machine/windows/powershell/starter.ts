import { known, unknown, type Known } from '../../../core/known.ts';
import type { Run } from '../../run.ts';
import { encoded } from './minify.ts';
import verbs from './script.ps1.ts';
import { fieldsIn, flagAt, ShapeFault, textAt, type Fields } from './shape.ts';

/** What starts Windows PowerShell. */
export interface Starter {
  readonly run: Run;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a request may say; the script knows these verbs and no others. */
export type Verb =
  | 'look'
  | 'ask'
  | 'close'
  | 'end'
  | 'wait'
  | 'memory'
  | 'registry'
  | 'drives'
  | 'trash'
  | 'examine'
  | 'presence';

export interface Question<T> {
  readonly verb: Verb;
  readonly [field: string]: unknown;
  /** Another script than the one that knows the verbs. */
  readonly script?: string;
  /** How long to wait for the answer. */
  readonly ms: number;
  /** Throws ShapeFault where the answer has another shape. */
  readonly read: (answer: Fields) => T;
}

/** Windows PowerShell takes about a second to start, on a cold and busy computer many. */
export const START_MS = 15_000;

const ARGS = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand'];

/**
 * Asks one question by one start of Windows PowerShell 5.1. No answer, more than one line, another shape or
 * an exit code that is not 0: each is a reason and never nothing (Wine's `powershell` says nothing, with 0).
 */
export async function question<T>(
  { run, env }: Starter,
  { ms, read, script = verbs, ...request }: Question<T>,
): Promise<Known<T>> {
  const program = powershell(env);
  if (program === undefined) return unknown('failed', 'SystemRoot names no folder on a drive');
  const said = await run({
    // PowerShell 7 hands its own modules down, which Windows PowerShell cannot load (PowerShell#27774).
    ...{ program, env: without(env, 'PSMODULEPATH'), timeoutMs: ms },
    args: [...ARGS, encoded(script)],
    input: `${ascii(JSON.stringify(request))}\n`,
  });
  if (!said.known) return said;
  const { stdout, stderr, code } = said.value;
  if (code !== 0) return unknown('failed', `powershell ended with ${code}: ${firstLine(stderr)}`);
  const lines = stdout.split(/\r?\n/).filter((line) => line !== '');
  const [line] = lines;
  if (line === undefined) return unknown('failed', 'powershell said nothing');
  if (lines.length > 1) return unknown('failed', `powershell said ${lines.length} lines`);
  try {
    const answer = fieldsIn(JSON.parse(line));
    if (!flagAt(answer, 'ok')) return unknown('failed', textAt(answer, 'detail'));
    return known(read(answer));
  } catch (error) {
    if (error instanceof ShapeFault || error instanceof SyntaxError)
      return unknown('failed', `powershell: ${error.message}`);
    throw error;
  }
}

/** Windows does not tell letters apart in names of variables. */
const without = (env: Starter['env'], name: string): Starter['env'] =>
  Object.fromEntries(Object.entries(env).filter(([key]) => key.toUpperCase() !== name));

/** Its absolute path; a SystemRoot that is none would let anybody else's program run. */
function powershell(env: Starter['env']): string | undefined {
  const root = env['SystemRoot'] ?? env['SYSTEMROOT'] ?? env['windir'];
  if (root === undefined || !/^[A-Za-z]:[\\/](?!.*\.\.)/.test(root)) return undefined;
  const folder = root.replaceAll('/', '\\').replace(/\\+$/, '');
  return `${folder}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
}

/** A console reads its input in whatever code page it has; all of them have ASCII. */
const ascii = (json: string): string =>
  json.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const firstLine = (text: string): string => text.trim().split(/\r?\n/)[0]?.slice(0, 200) ?? '';
