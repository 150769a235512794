import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { withSettled } from '../../../shared/core/recognition/settled-places.ts';
import { known } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { mayRunNamed } from '../../../shared/core/recognition/may-run-named.ts';
import { presence } from '../../../shared/core/presence.ts';
import { at, doubtsOf, levelOf, seenOf } from './worlds.ts';

/** A process of an interpreter, as its command line shows it. */
const run = (line: string, more: Partial<Process> = {}): Process => {
  const args = line.split(' ');
  return at(args[0] ?? '', { args: known(args), cwd: known('/srv'), ...more });
};
const DEBIANS = run('/usr/bin/perl /usr/sbin/slack -v', { name: 'slack' });

describe('a script that is called like a client', () => {
  it.each([
    ['slack', '/usr/bin/perl -w /usr/sbin/slack -v'],
    ['slack', '/usr/bin/python3.11 -u slack'],
    ['qq', '/bin/bash /usr/local/bin/qq --x'],
    ['telegram', '/bin/sh /home/ming/bin/telegram-desktop'],
    ['discord', '/usr/bin/node --inspect /srv/Discord'],
    ['qq', '/usr/bin/tclsh8.6 /usr/bin/qq'],
  ])('is a namesake of %s: %s', (id, line) => {
    expect(levelOf(id, run(line))).toBe('namesake');
    expect(presence(seenOf(id, [run(line)]))).toBe('gone');
  });

  it('is named by its own place, which a person can deny or confirm', () => {
    expect(doubtsOf('slack', DEBIANS)).toEqual([
      {
        ...{ pid: 100, name: 'slack', place: '/usr/sbin/slack' },
        ...{ level: 'namesake', because: ['common-name', 'script'] },
      },
    ]);
    const settled = (is: Readonly<Record<string, readonly string[]>>, isNot: readonly string[]) =>
      levelOf('slack', DEBIANS, withSettled(clients, { is, isNot }));
    expect(settled({}, ['/usr/sbin/slack'])).toBe('other');
    expect(settled({ slack: ['/usr/sbin/slack'] }, [])).toBe('certain');
  });

  it('is likely with a file of the client open', () => {
    expect(levelOf('slack', { ...DEBIANS, traits: { holds: ['slack'] } })).toBe('likely');
  });

  it.each([
    ['another script works on a file of that name', '/usr/bin/perl /usr/bin/ack slack'],
    ['code names it', '/bin/sh -c slack'],
    ['it is no file', '/usr/bin/perl /usr/sbin/slack', { files: { '/usr/bin/perl': [] } }],
    ['its name only begins so', '/bin/sh /usr/bin/slack-term'],
    ['an editor has it open', '/usr/bin/vim /usr/sbin/slack'],
  ] as const)('is nothing where %s', (_, line, more?: Partial<Process>) => {
    expect(levelOf('slack', run(line, more))).toBe('other');
  });

  it('is nothing above the client that it started, and hides none that it may have started', () => {
    const wrapper = run('/bin/sh /usr/bin/slack', { pid: 5 });
    expect(doubtsOf('slack', wrapper, at('/usr/lib/slack/slack', { parent: 5 }))).toEqual([]);
    const elsewhere = at('/srv/slack/slack', { pid: 6, parent: 5 });
    expect(doubtsOf('slack', wrapper, elsewhere).map(({ level }) => level)).toContain('likely');
  });
});

describe('what a machine reads of interpreters', () => {
  it('is those whose arguments have a client’s name', () => {
    const may = mayRunNamed(clients, 'linux');
    expect(may(['/usr/bin/perl', '-w', '/usr/sbin/slack'])).toBe(true);
    expect(may(['/usr/bin/perl', '/usr/bin/ack', 'slack-term'])).toBe(false);
  });
});
