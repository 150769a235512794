import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { offerFor, type Known } from '../../../shared/cli/completion/candidates.ts';
import { PLAIN } from '../../../shared/cli/print/screen.ts';
import { program } from '../../../shared/cli/program.ts';

const never = (): never => {
  throw new Error('completion does nothing');
};
const screen = {
  ...{
    say: never,
    json: never,
    verbatim: never,
    document: never,
    isTerminal: false,
    canAsk: false,
    unicode: true,
  },
  paint: PLAIN,
};
const top = program(never, never, { lang: 'en', screen });

const known: Known = {
  all: 'everyone',
  clients: () =>
    Promise.resolve([
      { names: ['irc', 'IRC Chat', '聊天', 'Relay'], about: 'IRC Chat' },
      { names: ['irc-two', 'Second'], about: 'Second' },
    ]),
  records: () => Promise.resolve([{ value: 'abc123-0000aaaa', about: 'irc' }]),
};

const offered = async (...words: string[]): Promise<readonly string[]> =>
  (await offerFor(top, words, known)).candidates.map(({ value }) => value);

/** Each visible command with the words that lead to it. */
function commandsBelow(command: Command, before: readonly string[]): [string[], Command][] {
  return [
    [[...before], command],
    ...command
      .createHelp()
      .visibleCommands(command)
      .flatMap((one) => (one.name() === 'help' ? [] : commandsBelow(one, [...before, one.name()]))),
  ];
}

describe('completion', () => {
  it.each(commandsBelow(top, []))(
    'after %j offers all that Commander takes there',
    async (words, command) => {
      const help = command.createHelp();
      const options = await offered(...words, '--');
      for (const { long, hidden } of command.options) if (!hidden) expect(options).toContain(long);
      const next = await offered(...words, '');
      for (const one of help.visibleCommands(command)) expect(next).toContain(one.name());
      for (const choice of command.registeredArguments[0]?.argChoices ?? [])
        expect(next).toContain(choice);
      for (const option of command.options)
        for (const choice of option.argChoices ?? []) {
          expect(await offered(...words, option.long ?? '', '')).toContain(choice);
          expect(await offered(...words, `${option.long}=`)).toContain(`${option.long}=${choice}`);
        }
    },
  );

  it.each<[words: string[], values: string[]]>([
    [
      ['exit', ''],
      ['irc', 'irc-two', 'all'],
    ],
    [
      ['exit', 'IR'],
      ['irc', 'irc-two'],
    ],
    [['exit', '聊'], ['聊天']],
    [['exit', 'rel'], ['Relay']],
    [['exit', 'irc', ''], ['irc-two']],
    [['exit', 'Relay', ''], ['irc-two']],
    [['exit', '--timeout', '10', 'sec'], ['Second']],
    [['--lang', 'zh', 'clients', 'show', 'irc-'], ['irc-two']],
    [['log', '--client', 'irc-'], ['irc-two']],
    [['log', '--client=irc-'], ['--client=irc-two']],
    [['restore', 'ab'], ['abc123-0000aaaa']],
    [
      ['purge', '--tier', 'cache,'],
      ['cache,leftover', 'cache,re-download', 'cache,your-files', 'cache,messages'],
    ],
    [
      ['practice', 'st'],
      ['start', 'stop'],
    ],
    [['practice', 'start', ''], []],
    [['exit', '--', '--j'], []],
    [['exit', '--json', '--js'], []],
    [['help', 'pur'], ['purge']],
    [['dance', ''], []],
    [['sta'], ['status']],
    [[], ['status']],
  ])('of %j offers %j', async (words, values) => {
    const found = await offered(...words);
    if (words.length === 0) expect(found).toEqual(expect.arrayContaining(values));
    else expect(found).toEqual(values);
  });

  it('offers no command that the help hides', async () => {
    expect(await offered('')).not.toContain('complete');
    expect(await offered('tou')).toEqual([]);
  });

  it.each<[words: string[], beside: string]>([
    [['doctor', '--record', ''], 'files'],
    [['clients', 'confirm', 'irc', ''], 'files'],
    [['status', '--user', 'a'], 'users'],
  ])('leaves %j to the shell: %s', async (words, beside) => {
    expect(await offerFor(top, words, known)).toEqual({ candidates: [], beside });
  });
});
