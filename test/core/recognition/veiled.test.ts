import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { javaArguments } from '../../../shared/core/recognition/java-arguments.ts';
import { withSettled } from '../../../shared/core/recognition/settled-places.ts';
import { at, doubtsOf, levelOf, seenOf } from './worlds.ts';

const LOADER = '/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2';
/** A loader that shows `args` as its command line. */
const loader = (args: readonly string[], more: Partial<Process> = {}): Process =>
  at(LOADER, { name: 'ld-linux-x86-64', args: known(args), ...more });

describe('a loader that writes over its own command line', () => {
  it.each([
    ['nothing', ['']],
    ['a title', ['my chat']],
    ['a title of several words', ['my', 'chat', 'window']],
  ])('is likely by the file that it has mapped: %s', (_, args) => {
    const mapped = (...files: readonly string[]) => loader(args, { traits: { mapped: files } });
    expect(levelOf('telegram', mapped('/srv/x/Telegram'))).toBe('likely');
    expect(levelOf('wechat', mapped('/home/a/fonts.cache', '/srv/x/wechat.old'))).toBe('likely');
    expect(levelOf('slack', mapped('/srv/x/slack'))).toBe('namesake');
    expect(levelOf('slack', mapped('/srv/slack/slack'))).toBe('likely');
    expect(levelOf('telegram', mapped('/srv/x/cat'))).toBe('other');
  });

  it('is told with that place, which a person can settle', () => {
    const one = loader(['x'], { traits: { mapped: ['/srv/x/Telegram'] } });
    expect(doubtsOf('telegram', one)).toMatchObject([{ place: '/srv/x/Telegram' }]);
    const settled = (is: Readonly<Record<string, readonly string[]>>, isNot: readonly string[]) =>
      levelOf('telegram', one, withSettled(clients, { is, isNot }));
    expect(settled({ telegram: ['/srv/x/Telegram'] }, [])).toBe('certain');
    expect(settled({}, ['/srv/x/Telegram'])).toBe('other');
  });

  it('is likely by what the kernel calls it, where it hides its files', () => {
    expect(levelOf('telegram', loader([''], { name: 'telegram-deskto' }))).toBe('likely');
    expect(levelOf('slack', loader(['x'], { name: 'slack' }))).toBe('namesake');
    expect(levelOf('telegram', loader(['x'], { name: 'cat' }))).toBe('other');
  });
});

describe('a helper below the script that starts the client', () => {
  const helper = at('/usr/lib/slack/chrome_crashpad_handler', { pid: 7, parent: 5, session: 3 });
  const below = (line: string): readonly number[] => {
    const args = line.split(' ');
    const parent = at(args[0] ?? '', { pid: 5, session: 3, args: known(args) });
    const { processes } = seenOf('slack', [parent, helper]);
    return processes.known ? processes.value.map(({ pid }) => pid) : [];
  };

  it.each([
    ['is called like it', '/bin/sh /usr/local/bin/slack'],
    ['lies in its folder', '/bin/bash /usr/lib/slack/start.sh'],
    ['lies at its place', '/usr/bin/python3.11 -u /usr/lib/slack/slack'],
  ])('is left of the client, if the script %s', (_, line) => {
    expect(below(line)).toEqual([7]);
  });

  it('is named and never touched, if a program of another session stands between', () => {
    const above = at('/usr/bin/keeper', { pid: 5, session: 4 });
    const { processes } = seenOf('slack', [above, helper]);
    expect(processes).toMatchObject({ value: [{ pid: 7, onlyNamed: true }] });
  });

  it.each([
    ['another script', '/bin/sh /usr/local/bin/start'],
    ['a shell', '/bin/bash'],
    ['another program', '/usr/bin/slack-term'],
  ])('is that of %s, if it stands below', (_, line) => {
    expect(below(line)).toEqual([]);
  });
});

describe('a file of arguments for Java', () => {
  it.each([
    ['-cp a:b\n-jar /srv/chat/bot.jar', ['-cp', 'a:b', '-jar', '/srv/chat/bot.jar']],
    ['# a comment\n"with space" \'x y\'z', ['with space', 'x yz']],
    ['"a\\"b" c\\\n  d', ['a"b', 'cd']],
    ['"c:\\\\x" a#b ""', ['c:\\x', 'a#b', '']],
    ['', []],
  ])('is read as Java reads it: %j', (text, args) => {
    expect(javaArguments(text)).toEqual(args);
  });
});
