import { known, unknown, type Known } from '../../core/known.ts';
import type { Starter } from './programs.ts';

/** A constant script and what it is told; text with other letters than ASCII is percent-encoded. */
export interface ScriptOrder {
  readonly language: 'JavaScript' | 'AppleScript';
  readonly script: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
}

/** What a script said, or the number of the error that ended it. */
export type ScriptAnswer =
  { readonly said: string } | { readonly error: number | undefined; readonly message: string };

/**
 * Runs a script by one start of osascript. The script comes by standard input, so that `-` ends the
 * options and no argument is taken for one. Unknown is that osascript itself could not be run.
 */
export async function runScript(
  { run, programs, home }: Starter,
  { language, script, args, timeoutMs }: ScriptOrder,
): Promise<Known<ScriptAnswer>> {
  const said = await run({
    program: programs.osascript,
    args: ['-l', language, '-', ...args],
    input: script,
    timeoutMs,
    env: { HOME: home },
  });
  if (!said.known) return said;
  const { code, stdout, stderr } = said.value;
  if (code === 0) return known({ said: stdout.trim() });
  return known(answerOfFault(stderr));
}

/** What osascript says of a script that failed. */
export const answerOfFault = (stderr: string): ScriptAnswer => ({
  error: numberIn(stderr),
  message: stderr.trim().slice(0, 300),
});

/** The number at the end of an error, the same in every language: `… (-1743)`. */
function numberIn(text: string): number | undefined {
  const found = /\((-?\d+)\)\s*$/.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

/** What a script of ours answered as JSON; an error of the script, or no JSON, is no answer. */
export async function askScript(starter: Starter, order: ScriptOrder): Promise<Known<unknown>> {
  const answer = await runScript(starter, order);
  if (!answer.known) return answer;
  if ('error' in answer.value) return unknown('failed', `osascript: ${answer.value.message}`);
  try {
    return known<unknown>(JSON.parse(answer.value.said));
  } catch {
    return unknown('failed', `osascript: no answer: ${answer.value.said.slice(0, 80)}`);
  }
}
