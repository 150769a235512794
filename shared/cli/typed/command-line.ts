import type { Command } from 'commander';

/** A command line, taken apart as its commands declare their options. */
export interface CommandLine {
  /** What is no option and no value of one. */
  readonly words: readonly string[];
  /** The options with their values, as they stood. */
  readonly options: readonly string[];
  /** The same line with another first word. */
  withFirst(word: string): readonly string[];
}

/** Takes a command line apart; `args` begins behind the program's own name. */
export function commandLineOf(top: Command, args: readonly string[]): CommandLine {
  const takesValue = new Set(
    [top, ...top.commands]
      .flatMap((command) => command.options)
      .filter((option) => option.required || option.optional)
      .flatMap(({ short, long }) => [short, long]),
  );
  const words: string[] = [];
  const options: string[] = [];
  let first = -1;
  let isWord = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!isWord && arg === '--') isWord = true;
    else if (isWord || !arg.startsWith('-') || arg === '-') {
      if (first < 0) first = at;
      words.push(arg);
    } else {
      options.push(arg);
      const next = args[at + 1];
      if (takesValue.has(arg) && next !== undefined) {
        options.push(next);
        at++;
      }
    }
  }
  const withFirst = (word: string): readonly string[] =>
    args.map((arg, at) => (at === first ? word : arg));
  return { words, options, withFirst };
}

/** The command that is called so, in any case and width; undefined where none is. */
export const commandCalled = (
  top: Command,
  word: string,
  fold: (text: string) => string,
): Command | undefined =>
  top.commands.find((one) => [one.name(), ...one.aliases()].includes(fold(word)));
