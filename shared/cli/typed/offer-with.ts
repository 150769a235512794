import type { Command } from 'commander';
import { words } from '../../words/words.ts';
import { UsageError, type Context } from '../context.ts';
import { commandLineOf } from './command-line.ts';
import { suggested, typedSo } from './suggested.ts';

/** The commands that may be meant by an option behind a client alone. */
const TYPED: readonly string[] = [
  ...['exit', 'force', 'purge', 'hide', 'wipe', 'reset', 'status', 'watch', 'accounts'],
];

/**
 * The offer for a client that stands alone, with its options. Throws UsageError for an option that only a command has,
 * with the commands that have it: nobody typed `offer`.
 */
export function offerWith(
  top: Command,
  offer: readonly string[],
  { lang }: Pick<Context, 'lang'>,
): readonly string[] {
  const { words: said, options } = commandLineOf(top, offer);
  const flags = options.filter((one) => one.startsWith('-')).map((one) => one.replace(/=.*/, ''));
  const has = (name: string, flag: string): boolean =>
    [top, ...top.commands.filter((one) => one.name() === name)].some((command) =>
      command.options.some(({ short, long }) => flag === short || flag === long),
    );
  const odd = flags.find((flag) => !has('offer', flag));
  if (odd === undefined) return offer;
  const able = TYPED.filter((name) => flags.every((flag) => has(name, flag)));
  const clients = said.slice(1);
  const commands = (able.length > 0 ? able : TYPED.slice(0, 4)).map((name) =>
    typedSo([name, ...clients, ...(able.length > 0 ? options : [])]),
  );
  throw new UsageError(words(lang).typed.optionAlone(odd), suggested(commands, words(lang), true));
}
