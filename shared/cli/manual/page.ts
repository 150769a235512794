import type { Command } from 'commander';
import type { Words } from '../../words/en.ts';
import { line, paragraphs, term } from './roff.ts';

/** The manual page (man(7)), drawn from the tree of commands; `version` and `day` stand at its foot. */
export function manualPage(top: Command, { manual }: Words, version: string, day: string): string {
  return [
    // Names what follows for man(1), which guesses the encoding otherwise.
    '.\\" -*- coding: UTF-8 -*-',
    `.TH CLEAN\\-EXIT 1 "${day}" "Clean Exit ${version}" "${manual.section}"`,
    ...[`.SH ${manual.name}`, ...paragraphs(`clean-exit - ${top.description()}`)],
    ...[`.SH ${manual.synopsis}`, '.B clean\\-exit', line(usageOf(top))],
    ...[`.SH ${manual.description}`, ...paragraphs(manual.about)],
    ...[`.SH ${manual.options}`, ...optionsOf(top)],
    ...[
      `.SH ${manual.commands}`,
      ...commandsBelow(top).flatMap(([name, one]) => section(name, one)),
    ],
    ...[`.SH ${manual.exit}`, ...manual.codes.flatMap(([code, what]) => term(code, what))],
    ...[
      `.SH ${manual.environment}`,
      ...manual.variables.flatMap(([name, what]) => term(name, what)),
    ],
    ...[`.SH ${manual.files}`, ...manual.places.flatMap(([name, what]) => term(name, what))],
    ...[`.SH ${manual.examples}`, ...manual.uses.flatMap(([command, what]) => term(command, what))],
    '',
  ].join('\n');
}

const usageOf = (command: Command): string =>
  command.createHelp().commandUsage(command).split(' ').slice(1).join(' ');

/** Every visible command but the help, with the words that call it. */
const commandsBelow = (
  command: Command,
  before: readonly string[] = [],
): readonly (readonly [string, Command])[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help')
    .flatMap((one) => {
      const words = [...before, one.name()];
      return [[words.join(' '), one] as const, ...commandsBelow(one, words)];
    });

function section(name: string, command: Command): readonly string[] {
  const help = command.createHelp();
  const args = help.visibleArguments(command);
  const others = command.aliases();
  return [
    `.SS ${line([name, ...others].join(', '))}`,
    ...paragraphs(command.description()),
    '.PP',
    '.B clean\\-exit ' + line(name),
    line(command.usage()),
    ...args.flatMap((one) => term(help.argumentTerm(one), help.argumentDescription(one))),
    ...optionsOf(command),
  ];
}

/** The help itself is no news. */
function optionsOf(command: Command): readonly string[] {
  const help = command.createHelp();
  const isOfAll = (long: string | undefined): boolean =>
    command.parent !== null && (long === '--help' || isOption(command.parent, long));
  return help
    .visibleOptions(command)
    .filter(({ long }) => !isOfAll(long))
    .flatMap((one) => term(help.optionTerm(one), help.optionDescription(one)));
}

const isOption = (command: Command, long: string | undefined): boolean =>
  command.options.some((one) => one.long === long);
