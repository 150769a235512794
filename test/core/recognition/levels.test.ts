import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Process, TrayIcon } from '../../../shared/core/model.ts';
import { judge } from '../../../shared/core/judge.ts';
import { presence } from '../../../shared/core/presence.ts';
import { mayMatter } from '../../../shared/core/recognition/may-matter.ts';
import { SIMULATED_PLACES } from '../../../shared/machine/simulated/simulated.ts';
import { at, doubtsOf, hidden, HOME, levelOf, seenOf } from './worlds.ts';

describe('a program with an own name', () => {
  it.each([
    ['telegram', '/mnt/disk/Telegram/Telegram'],
    ['telegram', `${HOME}/.local/bin/telegram-desktop`],
    [
      'telegram',
      '/nix/store/0c5b8w1ykxk2gdm1ysxsn9pzqy3qzz3j-telegram-desktop-5.1/bin/.telegram-desktop-wrapped',
    ],
    ['wechat', '/var/tmp/.mount_WeChatAbCdEf/opt/wechat/wechat'],
    ['wechat', '/data/squashfs-root/opt/wechat/wechat.old'],
    ['discord', '/srv/x/DiscordCanary'],
    ['feishu', '/home/ming/opt/bytedance-feishu (deleted)'],
    ['dingtalk', '/srv/dt/com.alibabainc.dingtalk'],
    ['wecom-gov', '/srv/gov/wwlocal~'],
  ])('is likely %s at %s', (id, exe) => {
    expect(levelOf(id, at(exe))).toBe('likely');
  });

  it('makes the client unknown, and says why and where', () => {
    const seen = seenOf('telegram', [at('/mnt/T/Telegram')]);
    expect(presence(seen)).toBe('unknown');
    expect(judge({ kind: 'exit', client: 'telegram' }, seen, [], [])).toBe('unknown');
    expect(seen.doubts).toEqual([
      {
        pid: 100,
        name: 'Telegram',
        place: '/mnt/T/Telegram',
        level: 'likely',
        because: ['own-name'],
      },
    ]);
  });

  it('is a namesake in a container, and another user’s is theirs', () => {
    expect(levelOf('telegram', at('/mnt/T/Telegram', { traits: { isContained: true } }))).toBe(
      'namesake',
    );
    const theirs = seenOf('telegram', [at('/mnt/T/Telegram', { owner: 'anna' })]);
    expect([theirs.doubts, theirs.others.length, presence(theirs)]).toEqual([[], 1, 'gone']);
  });

  it('is no doubt below a root of its own, nor twice for its children', () => {
    const root = at('/usr/bin/telegram-desktop', { pid: 5 });
    expect(doubtsOf('telegram', root, at('/mnt/T/Telegram', { parent: 5 }))).toEqual([]);
    const [one, ...more] = doubtsOf(
      'telegram',
      at('/mnt/T/Telegram'),
      at('/mnt/T/Telegram', { pid: 101, parent: 100 }),
    );
    expect([one?.pid, more]).toEqual([100, []]);
  });
});

describe('a program with a common name', () => {
  it('is a namesake', () => {
    expect(levelOf('slack', at('/srv/tools/slack'))).toBe('namesake');
    expect(levelOf('qq', at('/usr/bin/qq'))).toBe('namesake');
    expect(presence(seenOf('slack', [at('/srv/tools/slack')]))).toBe('gone');
  });

  it.each([
    ['its folder', 'slack', at('/opt2/slack-4.41/slack'), 'folder'],
    ['the folder above', 'qq', at(`${HOME}/QQ/bin/qq`), 'folder'],
    [
      'its AppImage',
      'qq',
      at('/var/tmp/x/qq', { traits: { appImage: '/d/QQ_3.2.12_x86_64.AppImage' } }),
      'appimage',
    ],
    ['its mount', 'qq', at('/var/tmp/.mount_QQ_3.2aBcDeF/usr/x/qq'), 'appimage'],
    [
      'the Nix store',
      'slack',
      at('/nix/store/0c5b8w1ykxk2gdm1ysxsn9pzqy3qzz3j-slack-4.41/lib/x/y/slack'),
      'nix-store',
    ],
    ['a package id', 'qq', at('/data/com.qq.QQ/files/extra/qq'), 'package'],
    ['its package', 'slack', at('/srv/x/slack', { traits: { appName: 'Slack' } }), 'sibling'],
    [
      'a file beside it',
      'qq',
      at('/srv/x/qq', { traits: { beside: ['resources/app/major.node'] } }),
      'sibling',
    ],
    [
      'a package that cannot be read',
      'slack',
      at('/srv/x/slack', { traits: { isAppUnread: true } }),
      'unread',
    ],
    ['an open file', 'slack', at('/srv/x/slack', { traits: { holds: ['slack'] } }), 'open-files'],
  ] as const)('is likely with one trait: %s', (_, id, process, because) => {
    const [doubt] = doubtsOf(id, process);
    expect(doubt).toMatchObject({ level: 'likely' });
    expect(doubt?.because).toContain(because);
  });
});

describe('a folder of a person', () => {
  it('that is called like the client makes its program likely, and no other one', () => {
    expect(levelOf('slack', at(`${HOME}/dev/slack/slack`))).toBe('likely');
    expect(levelOf('slack', at(`${HOME}/dev/slack/bot`))).toBe('other');
    expect(levelOf('slack', at(`${HOME}/dev/bots/slack`))).toBe('namesake');
  });
});

describe('a program without a place', () => {
  const inMemory = (name: string, more: Partial<Process> = {}) =>
    at(`/memfd:${name}`, { name: '3', args: known(['x']), ...more });

  it.each([
    ['telegram', 'the name of its memory', inMemory('Telegram')],
    ['slack', 'a common one', inMemory('slack')],
    ['telegram', 'what the kernel calls it', inMemory('', { name: 'telegram-deskto' })],
    ['qq', 'a short one', inMemory('x', { name: 'qq' })],
    ['slack', 'that of a bound file that was removed', at('/', { name: 'slack' })],
    ['wechat', 'its first argument', inMemory('x', { args: known(['/opt/wechat/wechat']) })],
    ['slack', 'that of a file without one', at('/tmp/#4711', { args: known(['/usr/bin/slack']) })],
  ])('is likely %s by %s, and hides where it runs', (id, _, process) => {
    const [doubt] = doubtsOf(id, process);
    expect(doubt).toMatchObject({ level: 'likely', place: null });
    expect(doubt?.because).toContain('hidden');
  });

  it('is nobody without such a name', () => {
    expect(levelOf('slack', inMemory('runc_cloned:/proc/self/exe'))).toBe('other');
    expect(levelOf('telegram', inMemory('Telegrams'))).toBe('other');
  });

  it('is read at all', () => {
    const matters = mayMatter(clients, 'linux', SIMULATED_PLACES);
    expect(['/memfd:x', '/memfd:', '/', '/tmp/#4711', '/tmp/prooted-12-aB'].map(matters)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(matters('/usr/bin/memfd')).toBe(false);
  });
});

describe('a program that hides itself', () => {
  it('is likely under an own name, a namesake under a common one, unless it is ending', () => {
    expect(levelOf('telegram', hidden('Telegram'))).toBe('likely');
    expect(levelOf('slack', hidden('slack'))).toBe('namesake');
    expect(levelOf('slack', { ...hidden('slack'), exiting: true })).toBe('likely');
  });
});

describe('what a loader, an emulator or Wine runs', () => {
  const run = (exe: string, ...args: readonly string[]) => at(exe, { args: known([exe, ...args]) });

  it('is what it is by itself: certain at its place, likely elsewhere', () => {
    const loader = '/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2';
    expect(levelOf('wechat', run(loader, '--library-path', '/l', '/opt/wechat/wechat'))).toBe(
      'certain',
    );
    expect(levelOf('wechat', run(loader, '--argv0', 'x', '/srv/wechat'))).toBe('likely');
    expect(levelOf('wechat', run('/usr/local/bin/box64', '/srv/wechat', '--x'))).toBe('likely');
    expect(
      levelOf('telegram', run('/usr/bin/qemu-x86_64-static', '-L', '/sys', '/srv/Telegram')),
    ).toBe('likely');
    expect(levelOf('wechat', run(loader, '/bin/cat', '/opt/wechat/wechat'))).toBe('other');
  });

  it.each([
    'sharun',
    'sharun-x86_64-aio',
    'blink -L /tmp/log -m',
    'proot -r /srv/debian -b /dev -0',
    'valgrind --leak-check=full',
    'memcheck-amd64-linux',
    'muvm -e A=b --',
    'box64-bash',
    'box32',
    'ld64.so.2',
    'ld.so.1 --argv0 x',
    'latx-x86_64 -L /sys',
    `linker-${'0a'.repeat(32)} --library-path /l`,
  ])('is found behind %s', (line) => {
    const [loader = '', ...options] = line.split(' ');
    const exe = `/run/e/${loader}`;
    expect(levelOf('wechat', run(exe, ...options, '/opt/wechat/wechat', '--x'))).toBe('certain');
    expect(levelOf('qq', run(exe, ...options, '/srv/QQ/qq'))).toBe('likely');
    expect(levelOf('wechat', run(exe, ...options, '/bin/cat', '/opt/wechat/wechat'))).toBe('other');
    expect(levelOf('telegram', at(exe, { name: 'x' }))).toBe('other');
  });

  it('is found by what PRoot’s own loader calls it', () => {
    const traced = at('/tmp/prooted-12-aBcDeF', { name: 'wechat', args: known(['wechat']) });
    expect(levelOf('wechat', traced)).toBe('likely');
  });

  it('stays likely once it hides itself', () => {
    const args = ['/lib64/ld-linux-x86-64.so.2', '--argv0', 'x', '/srv/Telegram'];
    expect(levelOf('telegram', hidden('ld-linux-x86-64', args))).toBe('likely');
    expect(levelOf('telegram', hidden('ld-linux-x86-64', [args[0] ?? '', '/srv/x']))).toBe('other');
  });

  it('is likely under the name of an edition for Windows, also of a client without one for Linux', () => {
    const wine = (path: string) => at('/opt/wine/bin/wine64-preloader', { args: known([path]) });
    expect(levelOf('wechat', wine('C:\\Program Files\\Tencent\\WeChat\\WeChat.exe'))).toBe(
      'likely',
    );
    expect(levelOf('wechat', wine('d:\\x\\weixin.EXE'))).toBe('likely');
    expect(levelOf('line', wine('C:\\users\\a\\AppData\\Local\\LINE\\bin\\LINE.exe'))).toBe(
      'likely',
    );
    expect(levelOf('line', wine('C:\\Games\\LINE.exe'))).toBe('namesake');
    expect(levelOf('wecom', wine('C:\\Program Files (x86)\\WXWork\\WXWork.exe'))).toBe('certain');
    expect(doubtsOf('wechat', wine('C:\\T\\WeChat.exe'))[0]?.place).toBe('C:/T/WeChat.exe');
  });
});

describe('a common name in Wine', () => {
  const level = (id: string, path: string, cwd?: string) =>
    levelOf(
      id,
      at('/opt/wine/bin/wine64-preloader', {
        args: known(['wine', path]),
        ...(cwd === undefined ? {} : { cwd: known(cwd) }),
      }),
    );
  const DRIVE = '/home/ming/.wine/drive_c';

  it.each([
    ['line', 'C:\\users\\u\\AppData\\Local\\LINE\\bin\\current\\LINE.exe'],
    ['line', 'C:\\users\\u\\AppData\\Local\\LINE\\bin\\9.4.0.3500\\LINE.exe'],
    ['qq', 'D:\\Program Files\\Tencent\\QQNT\\QQ.exe'],
    ['qq', 'Z:\\x\\tencent\\qqnt\\versions\\9.9.15-2\\qq.EXE'],
    ['slack', 'C:\\users\\u\\AppData\\Local\\slack\\app-4.39.95\\slack.exe'],
    ['tim', `${DRIVE}/Program Files (x86)/Tencent/TIM/Bin/TIM.exe`],
  ])('is likely %s where Windows has it, on any drive and of any version: %s', (id, path) => {
    expect(level(id, path)).toBe('likely');
  });

  it.each([
    ['qq', 'Tencent/QQNT', 'QQ.exe'],
    ['qq', 'Tencent/QQNT', '.\\QQ.exe'],
    ['slack', 'slack/app-4.39', 'slack.exe'],
  ])('is likely %s in %s of its working folder as %s', (id, folder, path) => {
    expect(level(id, path, `${DRIVE}/${folder}`)).toBe('likely');
    expect(level(id, path, '/srv/x')).toBe('namesake');
  });

  it('is a namesake elsewhere', () => {
    expect(level('line', 'C:\\Games\\LINE.exe')).toBe('namesake');
    expect(level('qq', 'C:\\Games\\9.9\\QQ.exe')).toBe('namesake');
    expect(level('qq', 'QQ.exe')).toBe('namesake');
  });
});

describe('a copy in the mounts of a sandbox, after the file outside was replaced', () => {
  const copy: Partial<Process> = { traits: { isOtherFile: true, mayBeIts: true } };
  const of = (exe: string, ...args: readonly string[]) =>
    at(exe, { args: known([exe, ...args]), ...copy });

  it.each([
    ['qq', of('/opt/QQ/qq')],
    ['slack', of('/usr/lib/slack/slack')],
    ['slack', of('/srv/slack/slack')],
    ['wechat', of('/opt/wechat/wechat')],
    ['slack', of('/usr/lib/electron28/electron', '/usr/lib/slack/resources/app.asar')],
    ['qq', of('/usr/bin/box64', '/opt/QQ/qq')],
    ['wecom', of('/opt/wine/wine64', 'C:\\x\\WXWork.exe')],
  ])('is likely %s by an own name or by a trait (%#)', (id, process) => {
    expect(levelOf(id, process)).toBe('likely');
  });

  it('is nobody’s where a common name alone speaks for it', () => {
    expect(levelOf('qq', of('/srv/x/qq'))).toBe('other');
  });
});

describe('what is no client', () => {
  it.each([
    ['telegram', '/opt/64gram-desktop/Telegram'],
    ['telegram', `/opt/kotatogram-desktop/Telegram`],
    ['wechat', '/opt/apps/wechat_web_devtools/bin/wechat'],
    ['teams', '/opt/teams-for-linux/teams-for-linux'],
    ['discord', '/opt/vesktop/Discord'],
  ])('is a relative of %s: %s', (id, exe) => {
    expect(levelOf(id, at(exe))).toBe('other');
  });

  it('is a helper’s name, an interpreter’s, and a file that another one hides in a sandbox', () => {
    expect(clients.map(({ id }) => levelOf(id, at('/srv/x/WeChatAppEx')))).toEqual(
      clients.map(() => 'other'),
    );
    expect(levelOf('wecom', at('/opt/wine/bin/wine-preloader'))).toBe('other');
    expect(levelOf('wechat', at('/opt/wechat/wechat', { traits: { isOtherFile: true } }))).toBe(
      'other',
    );
  });
});

describe('a program that hides itself', () => {
  it('is likely by what it calls itself, and keeps its place to itself', () => {
    expect(doubtsOf('telegram', hidden('telegram-deskto'))).toEqual([
      { pid: 100, name: 'telegram-deskto', place: null, level: 'likely', because: ['hidden'] },
    ]);
    expect(levelOf('telegram', hidden('Qt thread', ['/mnt/T/Telegram']))).toBe('likely');
  });
});

describe('a path that only a program’s own mounts have', () => {
  const foreign = { traits: { isForeign: true } } as const;

  it('makes it likely by its name, and never certain', () => {
    expect(levelOf('wechat', at('/opt/wechat/wechat', foreign))).toBe('likely');
    expect(levelOf('wechat', at('/opt/wechat/crashpad_handler'))).toBe('certain');
    expect(levelOf('wechat', at('/opt/wechat/crashpad_handler', foreign))).toBe('other');
  });
});

describe('a living icon with an Id of the client’s own', () => {
  const icon = (more: Partial<TrayIcon>): TrayIcon => ({
    ...{ address: ':1.2/StatusNotifierItem', id: 'TelegramDesktop', title: '' },
    holder: known(100),
    ...more,
  });
  const level = (exe: string, one: Partial<TrayIcon> = {}) =>
    seenOf('telegram', [at(exe)], clients, [icon(one)]).doubts.map((doubt) => doubt.because);

  it('is likely the client, in whatever program’s hands', () => {
    expect(level('/srv/renamed')).toEqual([['tray-icon']]);
    expect(level('/mnt/T/Telegram')).toEqual([['own-name', 'tray-icon']]);
  });

  it('is nothing in the hands of a relative, a proxy or a bridge, or without a holder', () => {
    expect(level('/opt/64Gram/Telegram')).toEqual([]);
    expect(level('/usr/bin/xembedsniproxy')).toEqual([]);
    expect(level('/srv/x', { proxyFor: '/run/bus' })).toEqual([]);
    expect(level('/srv/x', { holder: unknown('failed') })).toEqual([]);
    expect(level('/srv/x', { id: 'chrome_status_icon_1' })).toEqual([]);
  });
});
