import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { NotDone, UsageError, type Context } from '../context.ts';
import { pick, pressEnter } from '../pick.ts';
import type { CommandLine } from './command-line.ts';
import type { Deed } from './deeds.ts';
import { proposalsFor } from './proposals.ts';
import { readingOf, type Reading } from './reading.ts';
import { suggested } from './suggested.ts';

/**
 * A command line that is none, read as a sentence. What is clear becomes its command; anything else is proposed: at a
 * terminal as a question, else as a UsageError that names the commands to type.
 */
export async function readSentence(
  context: Context,
  line: CommandLine,
  first: Deed | undefined,
  commands: readonly string[],
  { screen, json, lang }: Pick<Context, 'screen' | 'json' | 'lang'>,
): Promise<readonly string[]> {
  const say = words(lang).typed;
  const typed = line.words.join(' ');
  const reading = readingOf(typed, context.clients, first);
  const clear = clearIn(reading);
  if (clear) return [...clear, ...line.options];
  const proposed = proposalsFor(reading, context.clients, commands).slice(0, MOST);
  const shown = proposed.map((one) => `clean-exit ${one}`);
  const what = whatIsWrong(reading, typed, say);
  const isSure = reading.unknown.length === 0;
  if (shown.length === 0) throw new UsageError(what, say.commands(commands.join(', ')));
  if (!screen.canAsk || json) throw new UsageError(what, suggested(shown, words(lang), isSure));
  screen.say(what);
  const chosen = await chooseOne(context, proposed);
  if (chosen === undefined) throw new NotDone();
  const again = clearIn(readingOf(chosen, context.clients)) ?? [chosen];
  return [...again, ...line.options];
}

function whatIsWrong(
  { signsOut, isAboutRecords, asks, unknown }: Reading,
  typed: string,
  say: Words['typed'],
): string {
  if (signsOut) return say.neverSignsOut;
  if (isAboutRecords) return say.neverRecords;
  return asks && unknown.length === 0 ? say.takesCommands : say.notUnderstood(typed);
}

/** More are no help. */
const MOST = 6;

/** The words behind `clean-exit` where the sentence leaves no question. */
function clearIn(reading: Reading): readonly string[] | undefined {
  const { deeds, clients, isAll, asks, isAboutRecords, signsOut, unknown } = reading;
  const isDoubtful = asks || isAboutRecords || signsOut || unknown.length > 0;
  if (isDoubtful || (isAll && clients.length > 0)) return undefined;
  const targets = isAll ? ['all'] : clients;
  const [deed, ...others] = deeds.filter((one) => one !== 'leave');
  if (others.length > 0) return undefined;
  if (deed) return [deed, ...targets];
  return targets.length > 0 ? ['offer', ...targets] : undefined;
}

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
  return (await pressEnter(context, say.goOn(`clean-exit ${only}`))) ? only : undefined;
}
