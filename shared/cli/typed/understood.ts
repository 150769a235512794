import type { Command } from 'commander';
import { clientsCalled, foldedName } from '../../core/client-names.ts';
import { words as wordsIn } from '../../words/words.ts';
import { UsageError, type Context } from '../context.ts';
import { commandCalled, commandLineOf, type CommandLine } from './command-line.ts';
import { isEvery } from './every.ts';
import { suggested } from './suggested.ts';
import { ALIASES, DEEDS } from './deeds.ts';

/** The commands whose words are clients, and may be a sentence. */
const OF_CLIENTS: readonly string[] = [
  ...['exit', 'force', 'purge', 'hide', 'wipe', 'reset', 'status'],
];

/**
 * The command line that somebody meant, as the commands take it: aliases become commands, "quit wechat", "wechat exit"
 * and "退出微信" become `exit wechat`, and a client alone is offered what can be done with it. What is written as the
 * commands are needs no look at the clients. Throws UsageError, with the commands to type, for what is not clear.
 */
export async function understood(
  top: Command,
  args: readonly string[],
  context: () => Promise<Context>,
  reader: Pick<Context, 'screen' | 'json' | 'lang'>,
): Promise<readonly string[]> {
  const found = await commandIn(top, args, context, reader);
  if (found[0] !== 'offer') return found;
  const { offerWith } = await import('./offer-with.ts');
  return offerWith(top, found, reader);
}

async function commandIn(
  top: Command,
  args: readonly string[],
  context: () => Promise<Context>,
  reader: Reader,
): Promise<readonly string[]> {
  const line = commandLineOf(top, args);
  const [first, ...rest] = line.words;
  if (first === undefined) return args;
  // A sign behind it is not folded away.
  const isWord = /[\p{L}\p{N}]\s*$/u.test(first);
  const command = isWord ? commandCalled(top, aliased(first), foldedName)?.name() : undefined;
  if (foldedName(first) === 'help' || command === 'help') return helped(top, line, context, reader);
  if (command === undefined) return sentence(top, line, context, reader);
  const isHelp = line.options.some((one) => one === '--help' || one === '-h');
  // What no help shows is written by our own scripts.
  if (isHelp || !shownIn(top).includes(command)) return line.withFirst(command);
  if (rest.length === 0) return alone(top, line, command, context, reader);
  if (OF_CLIENTS.includes(command)) {
    const isPlain = rest.length === 1 && isEvery(rest[0] ?? '');
    const isOdd = !isPlain && (await import('./reading.ts')).isOfSentence(rest);
    if (!isOdd) return line.withFirst(command);
    // A client may be called like a word of a sentence.
    const [only = '', ...others] = rest;
    const isName = others.length === 0 && clientsCalled((await context()).clients, only).length > 0;
    return isName ? line.withFirst(command) : sentence(top, line, context, reader);
  }
  const declared = top.commands.find((one) => one.name() === command);
  const takesNothing = declared?.registeredArguments.length === 0 && declared.commands.length === 0;
  if (takesNothing) return sentence(top, line, context, reader);
  const isDeed = Object.entries(DEEDS).some(
    ([deed, words]) => deed !== 'leave' && words.includes(foldedName(rest[0] ?? '')),
  );
  // "practice exit": the client comes first, and is called like a command.
  const isClient = isDeed && clientsCalled((await context()).clients, first).length > 0;
  return isClient ? sentence(top, line, context, reader) : line.withFirst(command);
}

/** The command that an alias stands for, else the word itself. */
function aliased(word: string): string {
  const folded = foldedName(word);
  const found = Object.entries(ALIASES).find(([, words]) => words.includes(folded));
  return found?.[0] ?? word;
}

type Reader = Pick<Context, 'screen' | 'json' | 'lang'>;

/** A command without anything behind it; a client of the user may be called like it. */
async function alone(
  top: Command,
  line: CommandLine,
  command: string,
  context: () => Promise<Context>,
  reader: Reader,
): Promise<readonly string[]> {
  const [first = ''] = line.words;
  const needsMore =
    top.commands
      .find((one) => one.name() === command)
      ?.registeredArguments.some(({ required }) => required) ?? false;
  const isAlias = foldedName(first) !== command;
  const canAsk = reader.screen.canAsk && !reader.json;
  // Scripts get the command that they name.
  if (!canAsk && !isAlias && !needsMore) return line.withFirst(command);
  const now = await context();
  const [client] = clientsCalled(now.clients, first);
  if (client === undefined) return line.withFirst(command);
  const { commandOrClient } = await import('./command-or-client.ts');
  return commandOrClient(now, line, { command, client: client.id, needsMore });
}

async function sentence(
  top: Command,
  line: CommandLine,
  context: () => Promise<Context>,
  reader: Reader,
): Promise<readonly string[]> {
  const { readSentence } = await import('./sentence.ts');
  return readSentence(await context(), line, shownIn(top), reader);
}

/** The commands that the help shows. */
const shownIn = (top: Command): readonly string[] =>
  top
    .createHelp()
    .visibleCommands(top)
    .map((one) => one.name())
    .filter((name) => name !== 'help');

/** `help kill` is `help force`; Commander would answer an unknown command with the whole help. */
async function helped(
  top: Command,
  line: CommandLine,
  context: () => Promise<Context>,
  { lang }: Reader,
): Promise<readonly string[]> {
  const [, about] = line.words;
  if (about === undefined) return line.withFirst('help');
  const command = commandCalled(top, aliased(about), foldedName)?.name();
  if (command !== undefined) return ['help', command, ...line.options];
  const say = wordsIn(lang).typed;
  const { nearest } = await import('./nearest.ts');
  const names = shownIn(top);
  const near = nearest(about, [...names, ...Object.values(ALIASES).flat()]).map(aliased);
  const [client] = near.length > 0 ? [] : clientsCalled((await context()).clients, about);
  const commands = [
    ...near.map((name) => `clean-exit help ${name}`),
    ...(client ? [`clean-exit ${client.id}`] : []),
  ];
  const next =
    commands.length > 0 ? suggested(commands, wordsIn(lang)) : say.commands(names.join(', '));
  throw new UsageError(say.noHelp(about), next);
}
