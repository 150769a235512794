import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import type { Removal } from '../../shared/core/model.ts';
import type { RemovalOrder } from '../../shared/machine/port/removal.ts';
import { tidyHomes } from '../cli/home.ts';
import { World } from './host/world.ts';
import { lastToast, questions, toasts } from './said.ts';
import { configure, evening, launcher, receiptsAt, simulated } from './stage.ts';

tidyHomes();

/** A client that has left, with real files. */
async function gone(): Promise<Awaited<ReturnType<typeof evening>>> {
  const all = await evening('polite');
  await all.home.run('exit', 'practice');
  return all;
}

const FILES = [
  { path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 },
  { path: '/c/2', client: 'wechat', tier: 'cache', bytes: 1_000_000 },
  { path: '/d/1', client: 'wechat', tier: 're-download', bytes: 7_000_000 },
  { path: '/mine', client: 'wechat', tier: 'your-files', bytes: 9_000_000 },
] as const;

describe('purge cache', () => {
  it('shows tiers, accounts and every folder with sizes that come one by one', async () => {
    const { start } = await gone();
    const view = start('purge-cache', { arguments: { own: 'practice' } });
    await view.until('the cache', () =>
      /^Cache \| \d+ files \| [\d.]+ .?B$/.test(view.row('Cache')),
    );
    await view.until('the accounts', () => view.find('List.Section', 'Accounts')?.children.length);
    await view.until('it is done', () => view.all('List')[0]?.props['isLoading'] === false);
    expect(view.row('Your files')).toMatch(/^Your files \| \d+ files/);
    expect(view.find('List.Section', 'Exactly These')?.children.length).toBeGreaterThan(0);
  });

  it('moves just what it showed to the trash after a question, with per cent, and keeps the receipt', async () => {
    const { start, world, home } = await gone();
    world.answer = () => true;
    const view = start('purge-cache', { arguments: { own: 'practice' } });
    const shown = await view.until(
      'the cache',
      () => / files /.test(view.row('Cache')) && view.row('Cache'),
    );
    view.select('Cache');
    expect(view.actions().slice(0, 2)).toEqual(['Move to Trash…', 'Remove for Good…']);
    await view.press('Move to Trash…');
    const [, files = '', size = ''] = /(\d+) files \| (.*)$/.exec(shown) ?? [];
    expect(questions(view.said)).toEqual([`Move ${files} files, ${size} to the Trash?`]);
    expect(lastToast(view.said)).toMatchObject({
      style: 'SUCCESS',
      title: `Practice: ${size} moved to the Trash`,
    });
    expect(toasts(view.said).some(({ title }) => /^Purging Practice… 100 %$/.test(title))).toBe(
      true,
    );
    expect(receiptsAt(home).at(-1)).toMatchObject({
      request: 'purge',
      verdict: 'gone',
      surface: 'Raycast',
    });
    await view.until('nothing is left', () => view.row('Cache') === 'Cache | 0 files | 0 B');
    const trash = path.join(home.folder, '.local/share/Trash/files');
    expect(readdirSync(trash).length).toBeGreaterThan(0);
  });

  it('removes for good only as a second, explicit choice, or where the person chose so', async () => {
    const { machine, world } = simulated('macos');
    world.files = [...FILES];
    const { start, world: raycast } = launcher(machine);
    raycast.settings = { destination: 'nowhere' };
    const view = start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the cache', () => view.row('Cache') === 'Cache | 2 files | 4.00 MB');
    view.select('Cache');
    expect(view.actions().slice(0, 2)).toEqual(['Remove for Good…', 'Move to Trash…']);
    raycast.answer = () => false;
    await view.press('Remove for Good…');
    expect(questions(view.said)).toEqual(['Remove 2 files, 4.00 MB for Good?']);
    expect(lastToast(view.said)).toMatchObject({ title: 'Nothing Was Done' });
    expect(world.deeds).toEqual([]);
  });

  it('never offers to remove a person’s own files for good', async () => {
    const { machine, world } = simulated('macos');
    world.files = [...FILES];
    const view = launcher(machine).start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until(
      'it is done',
      () => view.row('Your files') === 'Your files | 1 file | 9.00 MB',
    );
    view.select('Your files');
    expect(view.actions()).toEqual(['Move to Trash…', 'Look Again']);
  });

  it('removes nothing where a file came during the question', async () => {
    const { machine, world } = simulated('macos');
    world.files = [...FILES];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => {
      world.files.push({ path: '/c/3', client: 'wechat', tier: 'cache', bytes: 1 });
      return true;
    };
    const view = start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the cache', () => view.row('Cache').includes('2 files'));
    view.select('Cache');
    await view.press('Move to Trash…');
    expect(lastToast(view.said)?.style).toBe('FAILURE');
    expect(world.deeds).toEqual([]);
  });

  it('removes nothing where the client was started during the question', async () => {
    const { machine, world, come } = simulated('windows');
    world.files = [...FILES];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => {
      come();
      return true;
    };
    const view = start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the cache', () => view.row('Cache').includes('2 files'));
    view.select('Cache');
    await view.press('Move to Recycle Bin…');
    expect(lastToast(view.said)?.style).toBe('FAILURE');
    expect(lastToast(view.said)?.message).toContain('Use Safe Exit for it first');
    expect(world.deeds).toEqual([]);
  });

  it('lets a client that runs leave first, in two steps that are both told', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [...FILES];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => true;
    const view = start('purge-cache');
    await view.until('the cache', () => view.row('Cache').includes('2 files'));
    expect(view.row(/^It Has Not Left/)).toBe('It Has Not Left: Running');
    view.select('Cache');
    await view.press('Safe Exit, Then Move to Trash…');
    const said = toasts(view.said).map(({ title }) => title);
    expect(said).toContain('WeChat is gone');
    expect(said.at(-1)).toBe('WeChat: 4.00 MB moved to the Trash');
    await view.until('the view knows', () => view.row(/^It Has Not Left/) === '');
  });

  it('purges nothing of one that does not leave', async () => {
    const { machine, world } = simulated('macos', 'deaf');
    world.files = [...FILES];
    const view = launcher(machine).start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the cache', () => view.row('Cache').includes('2 files'));
    view.select('Cache');
    await view.press('Safe Exit, Then Move to Trash…');
    expect(questions(view.said)).toEqual([]);
    expect(lastToast(view.said)?.title).toMatch(/^WeChat is still here/);
    expect(world.deeds.filter(({ deed }) => deed === 'removed')).toEqual([]);
  });

  it('is not kept from files by an icon that nobody holds', async () => {
    const { machine, world } = simulated('windows', 'ghost');
    world.files = [...FILES];
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => true;
    await start('safe-exit', { arguments: { client: 'wechat' } }).ended;
    const view = start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the cache', () => view.row('Cache').includes('2 files'));
    view.select('Cache');
    await view.press('Move to Recycle Bin…');
    expect(lastToast(view.said)?.title).toBe('WeChat: 4.00 MB moved to the Recycle Bin');
  });

  it('says what to allow where files are denied, never 0 MB', async () => {
    const { machine } = simulated('macos');
    const list = async () => unknown('denied', '/Users/ming/Library/Containers');
    const view = launcher({ ...machine, files: { ...machine.files, list } }).start('purge-cache', {
      arguments: { client: 'wechat' },
    });
    await view.until('the tag', () => view.row('Cache') === 'Cache | Grant Access');
    view.select('Cache');
    expect(view.actions()[0]).toBe('Grant Access…');
    expect(view.text()).not.toMatch(/\| 0 B/);
  });

  it('says "at least" where a folder may not be read, and never that there is nothing', async () => {
    const { machine, world } = simulated('macos');
    world.files = [...FILES];
    const hidden = { code: 'denied', subject: '/Users/ming/Library/Containers/x' } as const;
    const list: typeof machine.files.list = async (...all) => {
      const listed = await machine.files.list(...all);
      if (!listed.known) return listed;
      const listing = { ...listed.value.listing, refusals: [hidden] };
      return known({ ...listed.value, listing });
    };
    const given = { arguments: { client: 'wechat' } };
    const view = launcher({ ...machine, files: { ...machine.files, list } }).start(
      'purge-cache',
      given,
    );
    const part = 'Cache | Grant Access | at least 2 files | 4.00 MB';
    await view.until('the cache', () => view.row('Cache') === part);
    world.files = [];
    await view.press('Look Again');
    await view.until('no nought', () => view.row('Cache') === 'Cache | Grant Access');
    await view.press('Move to Trash…');
    expect(lastToast(view.said)).toMatchObject({ title: 'Cannot Tell What Would Go' });
  });

  it('offers nobody’s files where the name is not understood', async () => {
    const { machine } = simulated('macos');
    const view = launcher(machine).start('purge-cache', { arguments: { own: 'te' } });
    await view.until('the reason', () => view.text().includes('No Client Is Called “te”'));
    expect(view.rows()).toEqual([]);
  });

  it('says what is wrong with a policy file instead of looking for ever', async () => {
    const { machine } = simulated('macos');
    configure(machine, 'policy.json', '{"hold": 7}');
    const view = launcher(machine).start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('the reason', () =>
      view.text().includes('A Policy File Cannot Be Understood'),
    );
  });

  it('lets a single folder be looked at, and removes by tier and account only', async () => {
    const { machine, world } = simulated('macos');
    world.files = [...FILES];
    const view = launcher(machine).start('purge-cache', { arguments: { client: 'wechat' } });
    await view.until('a folder', () => view.row('mine'));
    view.select('mine');
    expect(view.actions()).toEqual(['Show in Finder', 'Copy Path', 'Look Again']);
  });

  it('stops where the person says so, and tells how far it came', async () => {
    const { machine, world } = simulated('macos');
    world.files = Array.from({ length: 50 }, (_, at) => ({
      ...{ path: `/c/${at}`, client: 'wechat', tier: 'cache' as const, bytes: 1_000 },
    }));
    /** Removes ten, then a person presses. */
    const remove = async (order: RemovalOrder): Promise<Removal> => {
      order.onProgress?.(10, 10_000);
      await view.toast?.press('Stop');
      const stopped = order.cancelled?.aborted ? ({ stopped: true } as const) : {};
      return { files: 10, bytes: 10_000, to: 'trash', refusals: [], ...stopped };
    };
    const list: typeof machine.files.list = async (...all) => {
      const listed = await machine.files.list(...all);
      return listed.known ? known({ listing: listed.value.listing, remove }) : listed;
    };
    const raycast = new World();
    raycast.answer = () => true;
    const given = { arguments: { client: 'wechat' } };
    const view = launcher({ ...machine, files: { ...machine.files, list } }, raycast).start(
      'purge-cache',
      given,
    );
    await view.until('the cache', () => view.row('Cache').includes('50 files'));
    view.select('Cache');
    await view.press('Move to Trash…');
    expect(toasts(view.said).map(({ title }) => title)).toContain('Purging WeChat… 20 %');
    expect(lastToast(view.said)).toMatchObject({
      title: 'WeChat: not all was removed',
      message: expect.stringMatching(/^10\.0 kB moved to the Trash, then stopped/) as string,
    });
  });
});
