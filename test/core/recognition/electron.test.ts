import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { at, doubtsOf, HOME, levelOf, seenOf } from './worlds.ts';

const ELECTRON = '/usr/lib/electron28/electron';
/** A process of an Electron that several programs share. */
const run = (args: readonly string[], more: Partial<Process> = {}, exe = ELECTRON): Process =>
  at(exe, { args: known([exe, ...args]), ...more });

const pidsOf = (id: string, ...processes: readonly Process[]): readonly number[] => {
  const { processes: its } = seenOf(id, processes);
  return its.known ? its.value.map(({ pid }) => pid) : [];
};

describe('an application that the Electron of the system runs', () => {
  it.each([
    ['slack', '/usr/lib/slack/app.asar'],
    ['slack', '/usr/lib/slack/resources/app.asar'],
    ['discord', '/usr/share/discord/resources/app.asar'],
    ['qq', '/opt/QQ/resources/app'],
    ['feishu', '/opt/bytedance/feishu/app/webcontent'],
  ])('is certain in the folder that the catalogue names: %s %s', (id, app) => {
    expect(levelOf(id, run([app]))).toBe('certain');
    expect(levelOf(id, run(['--ozone-platform-hint=auto', '-r', 'x', app]))).toBe('certain');
  });

  it.each([
    ['slack', '/usr/share/slack-desktop/app.asar'],
    ['telegram', `${HOME}/apps/TelegramDesktop/resources/app/main.js`],
    ['slack', '/nix/store/0c5b8w1ykxk2gdm1ysxsn9pzqy3qzz3j-slack-4.41.97/lib/app.asar'],
    ['discord', '/data/com.discordapp.Discord/a/b/app.asar'],
  ])('is likely where its path names the client: %s %s', (id, app) => {
    expect(levelOf(id, run([app]))).toBe('likely');
    expect(doubtsOf(id, run([app]))[0]?.place).toMatch(/(?:app\.asar|main\.js)$/);
  });

  it.each([
    'electron-bin',
    'electron28-bin',
    'electron-28',
    'electron28',
    'electron-v28',
    'Electron',
  ])('is run by %s', (name) => {
    const one = run(['/usr/lib/slack/app.asar'], {}, `/opt/electron/${name}`);
    expect(levelOf('slack', one)).toBe('certain');
  });

  it('is named behind --app= as well', () => {
    expect(levelOf('slack', run(['--app=/usr/lib/slack/app.asar']))).toBe('certain');
    expect(levelOf('discord', run(['--app=https://discord.com/app']))).toBe('other');
  });

  it('is likely by the name of its archive, and by its own package', () => {
    expect(levelOf('slack', run(['/srv/x/slack.asar']))).toBe('likely');
    expect(levelOf('slack', run(['/srv/x/viewer.asar']))).toBe('other');
    expect(levelOf('slack', run(['/srv/x/Slack (deleted).asar']))).toBe('likely');
    expect(levelOf('slack', run(['/srv/x/slack-4.41.asar.old']))).toBe('likely');
    expect(levelOf('slack', run(['/srv/x/y'], { traits: { appName: 'slack' } }))).toBe('likely');
  });

  it.each(['dev/slack', 'dev/slack/main.js', 'work/slack/dashboard', 'dev/slack/src'])(
    'is a namesake as a developer’s folder of that name, unless more speaks for it: ~/%s',
    (folder) => {
      const level = (traits?: Process['traits']) =>
        levelOf('slack', run([`${HOME}/${folder}`], traits ? { traits } : {}));
      expect(level()).toBe('namesake');
      expect(level({ appName: 'theme-editor' })).toBe('namesake');
      expect(level({ appName: 'slack' })).toBe('likely');
      expect(level({ isAppUnread: true })).toBe('likely');
      expect(level({ holds: ['slack'] })).toBe('likely');
    },
  );

  it('is no part of a client in whose folder it lies', () => {
    expect(levelOf('telegram', run([`${HOME}/Telegram/app`]))).toBe('namesake');
    expect(levelOf('discord', run([`${HOME}/x/Discord/app.asar`]))).toBe('likely');
  });

  it('is nobody’s without that name, although it cannot be read', () => {
    expect(levelOf('slack', run(['/srv/x'], { traits: { isAppUnread: true } }))).toBe('other');
  });

  it('is found by its current folder, by links, and behind a wrapper of Nix', () => {
    expect(levelOf('discord', run(['.'], { cwd: known('/usr/share/discord') }))).toBe('certain');
    expect(levelOf('slack', run(['.'], { cwd: known('/srv/slack/resources/app') }))).toBe('likely');
    const linked = run(['/srv/x/app.asar'], {
      files: { '/srv/x/app.asar': ['/usr/lib/slack/app.asar'] },
    });
    expect(levelOf('slack', linked)).toBe('certain');
    const wrapped = '/nix/store/abc-electron-28/libexec/electron/.electron-wrapped';
    expect(levelOf('slack', run(['/usr/lib/slack/app.asar'], {}, wrapped))).toBe('certain');
  });

  it.each([
    ['/usr/lib/code/out/app.asar', 'slack'],
    ['/usr/lib/vesktop/app.asar', 'discord'],
    ['/usr/share/teams-for-linux/resources/app.asar', 'teams'],
  ])('of another maker is nobody’s: %s', (app, id) => {
    expect(levelOf(id, run([app]))).toBe('other');
  });

  it('has its parts below it, and not those of another application that it started', () => {
    const slack = run(['/usr/lib/slack/app.asar'], { pid: 5 });
    const zygote = run(['--type=zygote'], { pid: 6, parent: 5 });
    const page = run(['--type=renderer'], { pid: 7, parent: 6 });
    const code = run(['/usr/lib/code/app.asar'], { pid: 8, parent: 5 });
    const its = run(['--type=renderer'], { pid: 9, parent: 8 });
    expect(pidsOf('slack', slack, zygote, page, code, its)).toEqual([5, 6, 7]);
  });

  it('leaves a part behind that names it', () => {
    const page = run(['--type=renderer', '--app-path=/usr/lib/slack/resources/app.asar']);
    expect(seenOf('slack', [page]).processes).toMatchObject({ value: [{ role: 'helper' }] });
  });
});
