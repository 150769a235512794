import type { PrintedCode } from '../../../schema/printed/code.ts';
import { words } from '../../../words/words.ts';
import { codesOf } from '../../codes-of.ts';
import type { Context, ExitCode } from '../../context.ts';
import { timeIn } from '../../print/proofs.ts';
import { orUsage, refusedLines } from './in-words.ts';

/** Says whether an authenticator app is enrolled, never its secret; 1 where none is, or no code is taken now. */
export async function showCode(context: Context): Promise<ExitCode> {
  const { screen, json, lang } = context;
  const say = words(lang).code;
  const found = await orUsage(context, codesOf(context).status());
  const code = found && !found.whyNot ? 0 : 1;
  if (json) {
    const printed: PrintedCode = {
      ...{ schema: 'clean-exit/code-status/1', enrolled: found !== undefined },
      ...found,
    };
    screen.json(printed);
    return code;
  }
  if (!found) {
    screen.say(say.none);
    screen.say(say.noneNext);
    return code;
  }
  const { id, enrolledAt, lastChecked, triesLeft, whyNot } = found;
  screen.say(say.is(id, timeIn(enrolledAt)));
  screen.say(say.last(timeIn(lastChecked)));
  if (whyNot) for (const line of refusedLines(context, whyNot)) screen.say(line);
  else screen.say(say.tries(triesLeft));
  return code;
}
