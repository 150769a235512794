import { words } from '../../../words/words.ts';
import { codesOf } from '../../codes-of.ts';
import type { Context, ExitCode } from '../../context.ts';
import { typedCode } from '../../typed-code.ts';
import { orUsage, refusedLines } from './in-words.ts';

/** Removes the enrolment, with a code of it. */
export async function removeCode(
  context: Context,
  options: { readonly codeStdin?: boolean },
): Promise<ExitCode> {
  const { screen, lang } = context;
  const say = words(lang).code;
  const codes = codesOf(context);
  const present = await orUsage(context, codes.status());
  if (!present) {
    screen.say(say.none);
    return 1;
  }
  const typed = await typedCode(context, say.askPresent, options);
  if (!typed) {
    screen.say(say.notDone);
    return 1;
  }
  const answer = await codes.remove(typed);
  if ('given' in answer) {
    screen.say(say.removed);
    return 0;
  }
  for (const line of refusedLines(context, answer.refused)) screen.say(line);
  return 1;
}
