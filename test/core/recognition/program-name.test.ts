import { describe, expect, it } from 'vitest';
import { absolutePath } from '../../../shared/core/recognition/absolute-path.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import { plainName, plainPath } from '../../../shared/core/recognition/program-name.ts';
import { placeOf, settledPlace } from '../../../shared/core/recognition/place.ts';
import { at, levelOf } from './worlds.ts';

describe('the plain name of a program', () => {
  it.each([
    ['Telegram (deleted)', 'Telegram'],
    ['Telegram.old', 'Telegram'],
    ['Telegram.old (deleted)', 'Telegram'],
    ['Telegram~', 'Telegram'],
    ['wechat.dpkg-new', 'wechat'],
    ['wechat;65f1a2b3', 'wechat'],
    ['.telegram-desktop-wrapped_', 'telegram-desktop'],
    ['..Discord-wrapped-wrapped', 'Discord'],
    ['qq.real', 'qq'],
    ['qq.bin', 'qq'],
    ['Weixin.exe.bak', 'Weixin.exe'],
    ['com.alibabainc.dingtalk', 'com.alibabainc.dingtalk'],
    ['.old', '.old'],
  ])('of %s is %s', (file, name) => {
    expect(plainName(file)).toBe(name);
  });

  it('of a file whose name is lost is what the process calls itself', () => {
    expect(plainPath('/opt/Telegram/.nfs0000000000a1', 'Telegram')).toBe('/opt/Telegram/Telegram');
    expect(levelOf('telegram', at('/opt/Telegram/.fuse_hidden0001', { name: 'Telegram' }))).toBe(
      'certain',
    );
    expect(levelOf('telegram', at('/opt/x/.nfs0001', { name: 'bash' }))).toBe('other');
  });

  it('is at the client’s own place the client', () => {
    expect(levelOf('telegram', at('/opt/Telegram/Telegram.old'))).toBe('certain');
    expect(levelOf('telegram', at('/usr/bin/.telegram-desktop-wrapped'))).toBe('certain');
  });
});

describe('a path of a command line', () => {
  it.each([
    ['./app.py', '/srv/a', '/srv/a/app.py'],
    ['../b/./app.py', '/srv/a', '/srv/b/app.py'],
    ['/srv//a/../b/app.py', '/', '/srv/b/app.py'],
    ['../../../x', '/srv', '/x'],
    ['C:\\a\\..\\b\\c.exe', '/', 'C:/b/c.exe'],
  ])('%s in %s is %s', (path, cwd, whole) => {
    expect(absolutePath(path, known(cwd))).toBe(whole);
  });

  it('stays relative where nobody knows to what', () => {
    expect(absolutePath('./a/b', unknown('denied'))).toBe('a/b');
  });
});

describe('the place that a person settles', () => {
  it('is the AppImage, the program behind the loader, a Nix package without its hash', () => {
    expect(placeOf(at('/tmp/.mount_Xabcdef/qq', { traits: { appImage: '/d/QQ.AppImage' } }))).toBe(
      '/d/QQ.AppImage',
    );
    expect(placeOf(at('/lib/ld-linux.so.2', { args: known(['ld', '/srv/wechat']) }))).toBe(
      '/srv/wechat',
    );
    expect(settledPlace('/nix/store/0c5b8w1ykxk2gdm1ysxsn9pzqy3qzz3j-slack-4/bin/slack')).toBe(
      '/nix/store/slack-4/bin/slack',
    );
  });
});
