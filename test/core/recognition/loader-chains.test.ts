import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { known } from '../../../shared/core/known.ts';
import { CHAT } from '../../laws/stage.ts';
import { at, levelOf } from './worlds.ts';

const WINE_CHAT = 'C:\\Program Files\\Tencent\\WeChat\\WeChat.exe';
const run = (exe: string, ...args: readonly string[]) => at(exe, { args: known([exe, ...args]) });

/** A client of the user whose script Python runs. */
const PYTHON: readonly Client[] = [
  {
    ...CHAT,
    editions: CHAT.editions.map((edition) => ({
      ...edition,
      roots: [
        {
          ...{ exe: '/usr/bin/python3*', script: '/srv/foo.py' },
          ...{ name: 'common', source: 't', confidence: 'high' },
        },
      ],
    })),
  },
];

describe('what a loader runs in a loader, in Wine, in Electron or in an interpreter', () => {
  it.each([
    ['wechat', 'box64', '/opt/wine/bin/wine64', WINE_CHAT],
    ['wechat', 'box86', '/opt/wine/bin/wine64-preloader', '/opt/wine/bin/wine64', WINE_CHAT],
    ['wechat', 'FEXInterpreter', '/opt/wine/bin/wine', WINE_CHAT],
    ['wechat', 'box64-0.3.6', '/opt/wine/bin/.wine64-wrapped', WINE_CHAT],
    ['wechat', 'ld-linux-x86-64.so.2', '--argv0', 'x', '/opt/wine/bin/wine64', 'd:\\WeChat.exe'],
    ['wechat', 'muvm', '-e', 'A=b', '--', 'box64', 'wine64', WINE_CHAT],
    ['wecom', 'box64', 'wine64', 'C:\\T\\WXWork.exe'],
    ['qq', 'muvm', 'FEX', '/srv/QQ/qq'],
    [
      'telegram',
      'qemu-x86_64-static',
      'ld-linux-x86-64.so.2',
      '--library-path',
      '/l',
      '/x/Telegram',
    ],
    ['slack', 'box64', '/usr/lib/electron28/electron', '/srv/slack/resources/app.asar'],
  ])('is likely behind a loader of its runner: %s %s', (id, loader, ...args) => {
    expect(levelOf(id, run(`/run/e/${loader}`, ...args))).toBe('likely');
    expect(levelOf(id, run(`/run/e/${loader}`, '/bin/cat', ...args))).toBe('other');
  });

  it.each([
    ['wechat', 'muvm', 'box64', '/opt/wechat/wechat'],
    [
      'wechat',
      'qemu-x86_64',
      '-L',
      '/s',
      '/lib/ld-linux.so.2',
      '--library-path',
      '/l',
      '/opt/wechat/wechat',
    ],
    ['slack', 'ld-linux-x86-64.so.2', '/opt/electron', '/usr/lib/slack/resources/app.asar'],
    ['wechat', '.box64-wrapped', '/opt/wechat/wechat'],
    ['wechat', 'box64.new', '/opt/wechat/wechat'],
    ['wechat', 'proot', '-S', '/srv/debian', '-i', '0:0', '/opt/wechat/wechat'],
  ])('is certain at its place behind a chain of loaders: %s %s', (id, loader, ...args) => {
    expect(levelOf(id, run(`/run/e/${loader}`, ...args))).toBe('certain');
  });

  it('is likely by what Wine calls it and writes over the command line', () => {
    const box = (args: readonly string[], name = 'WeChat.exe') =>
      at('/usr/bin/box64', { name, args: known(args) });
    expect(levelOf('wechat', box([WINE_CHAT, '', '']))).toBe('likely');
    expect(levelOf('wechat', box(['']))).toBe('likely');
    expect(levelOf('line', box([''], 'LINE.exe'))).toBe('namesake');
    expect(levelOf('wechat', box([''], 'notepad.exe'))).toBe('other');
    expect(levelOf('wechat', run('/opt/wine/wine64', 'WeChat'))).toBe('likely');
    expect(levelOf('wechat', run('/opt/wine/wine64', 'notepad', 'WeChat'))).toBe('other');
  });

  it('is likely or certain by a script behind a loader and an interpreter', () => {
    const python = (...args: readonly string[]) =>
      levelOf('chat', run('/usr/bin/box64', ...args), PYTHON);
    expect(python('/usr/bin/python3.11', '-u', '/srv/foo.py')).toBe('certain');
    expect(python('/lib/ld-linux.so.2', '/usr/bin/python3', '/srv/foo.py')).toBe('certain');
    expect(python('/usr/bin/python3', '/srv/bar.py', '/srv/foo.py')).toBe('other');
    expect(python('/usr/bin/python3', '-c', 'import foo')).toBe('likely');
  });
});
