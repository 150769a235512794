import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { judge } from '../../../shared/core/judge.ts';
import { known } from '../../../shared/core/known.ts';
import { remainingOf } from '../../../shared/core/receipt.ts';
import { words } from '../../../shared/words/words.ts';
import { describeRemaining } from '../../../shared/words/remaining-in-words.ts';
import type { Process } from '../../../shared/core/model.ts';
import { CHAT } from '../../laws/stage.ts';
import { at, HOME, seenOf } from './worlds.ts';

/** A client of its own with one root, as a person describes it or the catalogue does. */
const withRoot = (exe: string, more: Partial<Client> = {}): Client => ({
  ...CHAT,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: [{ exe, name: 'common', source: 'test', confidence: 'high' }],
    helpers: [],
  })),
  ...more,
});
const OWN = { origin: { file: '/chat.json' } } as const;

const verdictOf = (id: string, one: Process, clients?: readonly Client[]): string =>
  judge({ kind: 'exit', client: id }, seenOf(id, [one], clients), [], []);

describe('what no pattern names and what lies in the own folder of a client', () => {
  it.each<[what: string, id: string, exe: string]>([
    ['a crash handler', 'discord', '/usr/share/discord/chrome_crashpad_handler'],
    ['an updater', 'telegram', `${HOME}/apps/Telegram/Updater2`],
    ['a program deeper down', 'wechat', '/opt/apps/com.tencent.wechat/files/x/y/unlisted'],
    ['a program beside a folder of versions', 'dingtalk', dingtalk('1.7/unlisted')],
    ['a part in a folder that an update set aside', 'wechat', '/opt/wechat-4.0/wxocr'],
    ['an unlisted part in such a folder', 'discord', '/usr/share/discord.old/unlisted'],
    ['a program of a snap', 'slack', '/snap/slack/12/usr/lib/slack/resources/unlisted'],
  ])('is partly, and named: %s', (_, id, exe) => {
    const seen = seenOf(id, [at(exe)]);
    expect(verdictOf(id, at(exe))).toBe('partly');
    const left = remainingOf(seen, known({ bytes: 0, leftovers: 0 }), known([]));
    expect(describeRemaining(left, words('en')).join()).toContain(at(exe).name);
  });

  it('is known by the name that a link gives its folder', () => {
    const exe = '/mnt/disk/discord/unlisted';
    const linked = at(exe, { files: { [exe]: ['/usr/share/discord/unlisted'] } });
    expect(verdictOf('discord', linked)).toBe('partly');
  });

  it('is known beside a place that a person confirmed, where the folder is called like the client', () => {
    const settled = (place: string): readonly Client[] => [
      { ...CHAT, settled: { is: [place], isNot: [] } },
    ];
    expect(verdictOf('chat', at('/mnt/disk/chat/updater'), settled('/mnt/disk/chat/chat'))).toBe(
      'partly',
    );
    expect(verdictOf('chat', at('/mnt/disk/editor'), settled('/mnt/disk/chat'))).toBe('gone');
  });
});

function dingtalk(rest: string): string {
  return `/opt/apps/com.alibabainc.dingtalk/files/${rest}`;
}

describe('a folder in which programs of several makers lie', () => {
  it.each([
    ['/usr/bin/telegram-desktop', '/usr/bin/editor'],
    ['/opt/chat', '/opt/editor/editor'],
    [`${HOME}/chat`, `${HOME}/editor/editor`],
    [`${HOME}/Downloads/chat`, `${HOME}/Downloads/editor`],
    [`${HOME}/src/chat`, `${HOME}/src/editor`],
    ['/srv/chat', '/srv/editor'],
    ['/mnt/disk/chat', '/mnt/disk/editor'],
    ['/data/chat', '/data/server/server'],
  ])('is nobody’s: beside %s runs %s', (root, other) => {
    for (const origin of ['catalogue', OWN.origin] as const)
      if (origin !== 'catalogue' || /bin|opt|Downloads/.test(root))
        expect(verdictOf('chat', at(other), [withRoot(root, { origin })])).toBe('gone');
  });

  it('is nobody’s where two clients share it', () => {
    const [one, two] = [withRoot('/opt/twins/one'), withRoot('/opt/twins/two', { id: 'two' })];
    expect(verdictOf('chat', at('/opt/twins/updater'), [one])).toBe('partly');
    expect(verdictOf('chat', at('/opt/twins/updater'), [one, two])).toBe('gone');
  });

  it('is nobody’s deeper down where any folder of this name counts', () => {
    expect(verdictOf('discord', at(`${HOME}/src/Discord/bots/mine/bot`))).toBe('gone');
  });
});

describe('a member of a named sandbox', () => {
  const sandbox = 'com.tencent.WeChat';

  it('is the client’s, whatever it is called', () => {
    expect(verdictOf('wechat', at('/app/bin/unlisted', { sandbox }))).toBe('partly');
    expect(verdictOf('wechat', at('/app/bin/unlisted', { sandbox: 'org.other.App' }))).toBe('gone');
  });

  it('is that also below the program that keeps the sandbox, started in a terminal', () => {
    const shell = at('/bin/bash', { pid: 10, session: 10, args: known(['bash']) });
    const outer = at('/usr/bin/bwrap', { pid: 20, parent: 10, session: 10, sandbox });
    const member = at('/app/bin/unlisted', { pid: 30, parent: 20, session: 10, sandbox });
    const { processes } = seenOf('wechat', [shell, outer, member]);
    expect(processes.known && processes.value.map(({ pid }) => pid)).toEqual([20, 30]);
  });
});

describe('a helper of which no root runs', () => {
  const helper = at('/opt/chat/ChatAppEx', { pid: 30, parent: 20, session: 10 });
  const below = (parent: Partial<Process>): string => {
    const one = at('/opt/other/tool', { pid: 20, session: 10, ...parent });
    const found = seenOf('chat', [one, helper], [CHAT]).processes;
    return found.known && found.value.length > 0 ? 'its' : 'not its';
  };

  it('is not the client’s below another living program', () => {
    expect(below({})).toBe('not its');
  });

  it('is the client’s where an init or a subreaper has adopted it, or nobody lives above it', () => {
    expect(below({ name: 'systemd', session: 1 })).toBe('its');
    expect(below({ session: 20 })).toBe('its');
    expect(verdictOf('chat', helper, [CHAT])).toBe('partly');
  });
});
