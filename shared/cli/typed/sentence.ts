import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { NotDone, UsageError, type Context } from '../context.ts';
import { confirm } from '../confirm.ts';
import { pick } from '../pick.ts';
import type { CommandLine } from './command-line.ts';
import { clearIn } from './clear.ts';
import { proposalsFor } from './proposals.ts';
import { readingOf, type Reading } from './reading.ts';
import { suggested, typedSo } from './suggested.ts';

/**
 * A command line that is none, read as a sentence. What is clear becomes its command; anything else is proposed: at a
 * terminal as a question, else as a UsageError that names the commands to type.
 */
export async function readSentence(
  context: Context,
  line: CommandLine,
  commands: readonly string[],
  { screen, json, lang }: Pick<Context, 'screen' | 'json' | 'lang'>,
): Promise<readonly string[]> {
  const say = words(lang).typed;
  const typed = line.words.join(' ');
  const reading = readingOf(typed, context.clients);
  const clear = clearIn(reading);
  if (clear) return [...clear, ...line.options];
  const proposed = proposalsFor(reading, context.clients, commands).slice(0, MOST);
  const shown = proposed.map((one) => typedSo([one, ...line.options]));
  const what = whatIsWrong(reading, typed, say);
  const isSure = reading.unknown.length === 0;
  if (shown.length === 0) throw new UsageError(what, say.commands(commands.join(', ')));
  if (!screen.canAsk || json) throw new UsageError(what, suggested(shown, words(lang), isSure));
  screen.say(what);
  const chosen = await chooseOne(context, proposed);
  if (chosen === undefined) throw new NotDone();
  const again = chosen.split(' ');
  const isCommand = commands.includes(again[0] ?? '');
  return [...(isCommand ? [] : ['offer']), ...again, ...line.options];
}

function whatIsWrong({ has, unknown }: Reading, typed: string, say: Words['typed']): string {
  if (has('no')) return say.saysNo(typed);
  if (has('sign-out')) return say.neverSignsOut;
  if (has('records')) return say.neverRecords;
  if (unknown.length > 0) return say.notUnderstood(typed);
  return has('question') ? say.takesCommands : say.notACommand(typed);
}

/** More are no help. */
const MOST = 6;

async function chooseOne(
  context: Context,
  proposed: readonly string[],
): Promise<string | undefined> {
  const say = words(context.lang).typed;
  const [only = '', ...others] = proposed;
  if (others.length > 0)
    return pick(
      context,
      say.whatToDo,
      proposed.map((one) => ({ value: one, label: `clean-exit ${one}` })),
    );
  return (await confirm(context, say.goOn(`clean-exit ${only}`))) ? only : undefined;
}
