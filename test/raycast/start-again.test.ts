import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { openedFor, openProgram } from '../../shared/machine/open-program.ts';
import { World } from './host/world.ts';
import { lastToast, toasts } from './said.ts';
import { evening, launcher, simulated } from './stage.ts';

tidyHomes();

const WECHAT = { arguments: { client: 'wechat' } };
const PROGRAM = {
  macos: '/Applications/WeChat.app/Contents/MacOS/WeChat',
  windows: 'C:/Program Files/Tencent/WeChat/WeChat.exe',
} as const;

/** What is kept of WeChat; the simulated machine calls each program so, unless a test says otherwise. */
const keptAs = (program: string, identity = `the program at ${program}`): string =>
  JSON.stringify({ wechat: { program, identity } });

describe.each(['macos', 'windows'] as const)('start again, on %s', (platform) => {
  it('starts the very program that was seen, and says so once it runs', async () => {
    const { machine, world } = simulated(platform, 'polite');
    const { start } = launcher(machine);
    await start('safe-exit', WECHAT).ended;
    const view = start('exit-status');
    await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
    view.select('WeChat');
    expect(view.actions().slice(0, 2)).toEqual(['Purge Cache…', 'Start Again']);
    await view.press('Start Again');
    expect(world.started).toEqual([PROGRAM[platform]]);
    expect(lastToast(view.said)).toMatchObject({
      style: 'SUCCESS',
      title: 'WeChat is running again',
    });
    await view.until('it is there', () => view.row('WeChat') === 'WeChat | Running');
  });

  it('says that it was not seen where nothing comes of it', async () => {
    const { machine, world } = simulated(platform, 'polite');
    const { start } = launcher({ ...machine, start: async () => ({ state: 'delivered' }) });
    await start('safe-exit', WECHAT).ended;
    const view = start('exit-status');
    await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
    view.select('WeChat');
    await view.press('Start Again');
    expect(lastToast(view.said)).toMatchObject({
      style: 'FAILURE',
      title: 'WeChat Was Not Seen',
      actions: ['Show What Is Left'],
    });
    expect(lastToast(view.said)?.message).toContain(PROGRAM[platform]);
    expect(toasts(view.said).filter(({ style }) => style === 'SUCCESS')).toEqual([]);
    expect(world.actors).toEqual([]);
  });
});

describe('start again', () => {
  it('is offered in the log beside an exit that came to its end, and in the toast after a purge', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 }];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => true;
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    await view.press('Safe Exit, Then Move to Trash…');
    expect(lastToast(view.said)?.actions).toEqual(['Start Again']);
    const log = start('exit-log');
    await log.until('the exit', () => log.rows().length === 2);
    expect(log.actions()).not.toContain('Start Again');
    log.search('exit');
    // Not first: Enter in a list of what was does nothing.
    expect(log.actions().slice(0, 2)).toEqual(['Copy as JSON', 'Start Again']);
    await log.press('Start Again');
    expect(world.started).toEqual([PROGRAM.macos]);
  });

  it('starts nothing that runs already', async () => {
    const { machine, world, come } = simulated('macos', 'polite');
    const { start } = launcher(machine);
    await start('safe-exit', WECHAT).ended;
    const log = start('exit-log');
    await log.until('a row', () => log.row('WeChat'));
    come();
    await log.press('Start Again');
    expect(lastToast(log.said)?.title).toBe('WeChat is running already');
    expect(world.started).toEqual([]);
  });

  it('is not offered for a client that nobody saw running', async () => {
    const { machine } = simulated('windows');
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('QQ'));
    view.select('QQ');
    expect(view.actions()).not.toContain('Start Again');
  });

  it('is not offered where a client ran from two places', async () => {
    const { machine, world } = simulated('windows', 'polite');
    enter(world, {
      ...{ temper: 'polite', pid: 3_000, helpers: 0, helperExe: '' },
      rootExe: 'C:/Program Files/Tencent/Weixin/Weixin.exe',
    });
    const { start } = launcher(machine);
    await start('safe-exit', WECHAT).ended;
    const view = start('exit-status');
    await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
    view.select('WeChat');
    expect(view.actions()).not.toContain('Start Again');
  });

  it('is not offered for a script: its interpreter is not the client', async () => {
    const { start } = await evening('polite');
    await start('safe-exit').ended;
    const view = start('exit-status');
    await view.until('it is gone', () => view.row('Practice') === 'Practice | Gone');
    view.select('Practice');
    expect(view.actions()).not.toContain('Start Again');
  });

  it.each([
    '{',
    '[1]',
    '{"wechat":7}',
    '{"wechat":null}',
    '{"wechat":"/Applications/WeChat.app/Contents/MacOS/WeChat"}',
    '{"wechat":{"program":"/Applications/WeChat.app/Contents/MacOS/WeChat"}}',
    keptAs('/Applications/WeChat.app/Contents/MacOS/WeChat', 'another file'),
    keptAs('/bin/sh'),
    keptAs('/Applications/QQ.app/Contents/MacOS/QQ'),
  ])('believes nothing that is kept and is not the client’s: %s', async (text) => {
    const { machine } = simulated('macos');
    const raycast = new World();
    raycast.caches.set('', new Map([['programs', text]]));
    const view = launcher(machine, raycast).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    view.select('WeChat');
    expect(view.actions()).not.toContain('Start Again');
  });

  it('says why a program could not be opened', async () => {
    const { machine } = simulated('macos', 'polite');
    const reason = {
      code: 'failed',
      detail: '/Applications/WeChat.app is no longer there',
    } as const;
    const { start } = launcher({ ...machine, start: async () => ({ state: 'failed', reason }) });
    await start('safe-exit', WECHAT).ended;
    const view = start('exit-status');
    await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
    view.select('WeChat');
    await view.press('Start Again');
    expect(lastToast(view.said)).toMatchObject({
      style: 'FAILURE',
      title: 'WeChat Was Not Started',
      message: '/Applications/WeChat.app is no longer there: start it yourself.',
    });
  });
});

describe.each(['macos', 'windows'] as const)(
  'on %s, another file in the place of the program',
  (platform) => {
    it('is not offered', async () => {
      const { machine, world } = simulated(platform, 'polite');
      const { start } = launcher(machine);
      await start('safe-exit', WECHAT).ended;
      world.identities.set(PROGRAM[platform], 'another file');
      const view = start('exit-status');
      await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
      view.select('WeChat');
      expect(view.actions()).not.toContain('Start Again');
    });

    it('is not opened where it came after the offer', async () => {
      const { machine, world } = simulated(platform, 'polite');
      const { start } = launcher(machine);
      await start('safe-exit', WECHAT).ended;
      const view = start('exit-status');
      await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
      view.select('WeChat');
      world.identities.set(PROGRAM[platform], 'another file');
      await view.press('Start Again');
      expect(lastToast(view.said)?.title).toBe('Cannot Start WeChat');
      expect(world.started).toEqual([]);
    });

    it('is offered once it was seen running itself', async () => {
      const { machine, world, come } = simulated(platform, 'polite');
      const { start } = launcher(machine);
      await start('safe-exit', WECHAT).ended;
      world.identities.set(PROGRAM[platform], 'an update');
      come(2_000);
      await start('safe-exit', WECHAT).ended;
      const view = start('exit-status');
      await view.until('it is gone', () => view.row('WeChat') === 'WeChat | Gone');
      view.select('WeChat');
      expect(view.actions()).toContain('Start Again');
    });
  },
);

describe('the launcher’s way to open a program', () => {
  it.each([
    ['macos', '/Applications/微信.app/Contents/MacOS/WeChat', '/Applications/微信.app'],
    ['macos', '/A.app/Contents/Helpers/B.app/Contents/MacOS/B', '/A.app/Contents/Helpers/B.app'],
    ['macos', '/usr/local/bin/telegram', undefined],
    ['macos', 'WeChat.app/Contents/MacOS/WeChat', undefined],
    ['windows', 'D:/微信/WeChat.exe', 'D:\\微信\\WeChat.exe'],
    ['windows', 'D:/x/readme.txt', undefined],
    ['windows', 'https://example.org/x.exe', undefined],
    ['windows', '\\\\server\\share\\x.exe', undefined],
    ['linux', '/usr/bin/wechat', undefined],
  ] as const)('on %s opens %s as %s', (platform, program, file) => {
    expect(openedFor(program, platform)).toBe(file);
  });

  it('opens nothing that is no longer there, and no document', async () => {
    const opened: string[] = [];
    const open = async (file: string): Promise<void> => void opened.push(file);
    const gone = await openProgram(open, '/Nobody.app/Contents/MacOS/Nobody', 'macos');
    expect(gone).toMatchObject({ state: 'failed', reason: { code: 'failed' } });
    const text = await openProgram(open, 'D:/x/readme.txt', 'windows');
    expect(text).toMatchObject({ state: 'failed', reason: { code: 'unsupported' } });
    expect(opened).toEqual([]);
  });
});
