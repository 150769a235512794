import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import type { Removal } from '../../shared/core/model.ts';
import { tidyHomes } from '../cli/home.ts';
import { huds, lastToast, toasts } from './said.ts';
import { launcher, receiptsIn, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();

const WECHAT = { arguments: { client: 'wechat' } };
const CACHE = { path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 } as const;
const FAILED = unknown('failed', 'the probe broke');

/** A program that may be Telegram, at a place that nobody settled. */
const doubtful = {
  nature: { whenAsked: 10 },
  process: {
    ...{ pid: 7, startTime: '1', owner: '1000', parent: 1, name: 'Telegram.exe' },
    ...{ exe: known('E:/programs/Telegram.exe'), args: known(['E:/programs/Telegram.exe']) },
  },
};

describe('“moved to the Trash”', () => {
  it('is not said of what left its place and was not seen there', async () => {
    const { machine, world } = simulated('macos');
    world.files = [CACHE];
    const { start, world: raycast } = launcher({
      ...machine,
      files: {
        ...machine.files,
        list: async (...all) => {
          const listed = await machine.files.list(...all);
          // As a host whose trash() removes for good leaves it.
          const remove = async (): Promise<Removal> => ({
            ...{ files: 0, bytes: 0, to: 'trash' },
            refusals: [{ code: 'not-in-trash', subject: '/c/1', detail: 'not seen in the trash' }],
          });
          return listed.known ? known({ listing: listed.value.listing, remove }) : listed;
        },
      },
    });
    raycast.answer = () => true;
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    await view.press('Move to Trash…');
    expect(lastToast(view.said)).toMatchObject({
      style: 'FAILURE',
      title: 'WeChat: not seen in the Trash',
      message: expect.stringContaining('Check the Trash') as string,
    });
    const said = toasts(view.said).map(({ title, message }) => `${title} ${message}`);
    expect(said.join('\n')).not.toMatch(/moved to the Trash|nothing was (done|removed)/i);
    expect(receiptsIn(machine)).toMatchObject([{ refusals: [{ code: 'not-in-trash' }] }]);
  });
});

describe('“nothing was done”', () => {
  it('is not said after an exit whose purge was declined', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [CACHE];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => false;
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    await view.press('Safe Exit, Then Move to Trash…');
    expect(lastToast(view.said)).toMatchObject({ title: 'Nothing Was Removed' });
    expect(JSON.stringify(toasts(view.said))).not.toMatch(/nothing was done/i);
    expect(world.actors).toEqual([]);
  });

  it('is not said after an exit that left nothing to purge', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [CACHE];
    const { start } = launcher(machine);
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    world.files = [];
    await view.press('Safe Exit, Then Move to Trash…');
    expect(lastToast(view.said)?.title).toBe('WeChat: Nothing to Remove');
    expect(JSON.stringify(toasts(view.said))).not.toMatch(/nothing was done/i);
  });
});

describe('“nothing was touched”', () => {
  it.each(['blind', 'open-elsewhere'] as const)(
    'is not said of a purge that %s stopped in the middle',
    async (code) => {
      const { machine, world } = simulated('macos');
      world.files = [CACHE];
      const { start, world: raycast } = launcher({
        ...machine,
        files: {
          ...machine.files,
          list: async (...all) => {
            const listed = await machine.files.list(...all);
            const remove = async (): Promise<Removal> => ({
              ...{ files: 1, bytes: 1_000, to: 'trash' },
              refusals: [{ code, subject: 'wechat' }],
            });
            return listed.known ? known({ listing: listed.value.listing, remove }) : listed;
          },
        },
      });
      raycast.answer = () => true;
      const view = start('purge-cache', WECHAT);
      await view.until('the cache', () => view.row('Cache').includes('1 file'));
      view.select('Cache');
      await view.press('Move to Trash…');
      expect(lastToast(view.said)).toMatchObject({
        title: 'WeChat: not all was removed',
        message: expect.stringMatching(
          /^1\.00 kB moved to the Trash, and something stayed · .*so it stopped there/,
        ) as string,
      });
      expect(JSON.stringify(toasts(view.said))).not.toMatch(/nothing .*touched/i);
    },
  );
});

describe('“it has not left”', () => {
  it('is not said where nobody can tell', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [CACHE];
    const observe: Observe = async (...all) => ({
      ...(await snapshotOf(machine, ...all)),
      processes: FAILED,
    });
    const view = launcher(seeingBy(machine, observe)).start('purge-cache', WECHAT);
    await view.until('the row', () => view.row('Cannot Tell Whether It Has Left'));
    expect(view.text()).not.toContain('Has Not Left');
  });

  it('is not said of a client that a program at an unknown place may be, nor that it is gone', async () => {
    const { machine, world } = simulated('windows');
    world.actors.push(doubtful);
    const view = launcher(machine).start('purge-cache', { arguments: { client: 'telegram' } });
    await view.until('the row', () => view.row('Cannot Tell Whether It Has Left'));
    expect(view.text()).not.toContain('Has Not Left');
  });

  it('and that nobody is there to end is not said of such a client either', async () => {
    const { machine, world } = simulated('windows');
    world.actors.push(doubtful);
    const one = launcher(machine).start('force-exit', { arguments: { client: 'telegram' } });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      title: 'Cannot Tell What Is Running',
      message: expect.stringContaining('unknown place') as string,
    });
    expect(JSON.stringify(one.said)).not.toContain('Nobody was looked at');
  });
});

describe('what failed', () => {
  const fails = async (): Promise<never> => {
    throw new Error('the disk is full');
  };

  it('is named: the request and its client', async () => {
    const { machine } = simulated('macos', 'polite');
    const one = launcher({ ...machine, quit: { ...machine.quit, ask: fails } }).start(
      'safe-exit',
      WECHAT,
    );
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      title: 'Safe Exit of WeChat Failed',
      message: 'the disk is full',
    });
  });

  it('is named: the look', async () => {
    const { machine } = simulated('macos', 'polite');
    const view = launcher(seeingBy(machine, fails)).start('exit-status');
    await view.until('it is told', () => lastToast(view.said)?.title === 'Looking Failed');
  });

  it('is named: the purge', async () => {
    const { machine, world } = simulated('macos');
    world.files = [CACHE];
    const { start, world: raycast } = launcher({
      ...machine,
      files: { ...machine.files, lastActivity: fails },
    });
    raycast.answer = () => true;
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    await view.press('Move to Trash…');
    expect(lastToast(view.said)).toMatchObject({ title: 'Purge Cache Failed' });
  });

  it('is named: a command that could not be started, though the host throws at once', async () => {
    const { machine } = simulated('macos', 'polite');
    const { start, world } = launcher(machine);
    world.off.add('safe-exit');
    const view = start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    view.select('WeChat');
    await expect(view.press('Safe Exit')).resolves.toBeUndefined();
    expect(lastToast(view.said)).toMatchObject({
      style: 'FAILURE',
      title: 'Starting Safe Exit Chat App Failed',
      message: 'command safe-exit is not enabled',
    });
  });
});
