import type { Command, Option } from 'commander';

/** What the words before the one that is typed mean, as Commander would read them. */
export interface Reading {
  readonly command: Command;
  /** The visible commands of this command. */
  readonly commands: readonly Command[];
  /** The visible options that may stand here, its own first. */
  readonly options: readonly Option[];
  readonly given: ReadonlySet<Option>;
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly pending: Option | undefined;
  /** `--` stood before: all that follows are operands. */
  readonly isRest: boolean;
}

/** Reads complete words; what is wrong in them is skipped, since it is said when the line is run. */
export function readingOf(top: Command, words: readonly string[]): Reading {
  let command = top;
  const operands: string[] = [];
  const given = new Set<Option>();
  let pending: Option | undefined;
  let isRest = false;
  for (const word of words) {
    if (pending) pending = undefined;
    else if (!isRest && word === '--') isRest = true;
    else if (!isRest && /^-./.test(word)) {
      const [name = ''] = word.split('=');
      const option = optionsOf(command).find((one) => [one.long, one.short].includes(name));
      if (!option) continue;
      given.add(option);
      if (option.required && !word.includes('=')) pending = option;
    } else {
      const sub = operands.length === 0 && !isRest ? called(command, word) : undefined;
      if (sub) command = sub;
      else operands.push(word);
    }
  }
  const isHelp = command === top && operands[0] === 'help';
  return {
    ...{ command, given, pending, isRest, options: optionsOf(command) },
    commands: command.createHelp().visibleCommands(command),
    operands: isHelp ? operands.slice(1) : operands,
  };
}

/** Also one that the help does not show. */
const called = (command: Command, word: string): Command | undefined =>
  command.commands.find((one) => one.name() === word || one.aliases().includes(word));

/** Its own, and those of the commands above it, which Commander takes here as well. */
function optionsOf(command: Command): readonly Option[] {
  const found: Option[] = [];
  for (let at: Command | null = command; at; at = at.parent)
    for (const option of at.createHelp().visibleOptions(at))
      if (!found.some((one) => one.long === option.long)) found.push(option);
  // The version is that of the program, not of a command.
  return command.parent ? found.filter(({ long }) => long !== '--version') : found;
}
