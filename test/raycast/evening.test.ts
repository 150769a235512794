import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';
import { huds, lastToast, toasts } from './said.ts';
import { launcher, receiptsIn, simulated } from './stage.ts';

tidyHomes();

const settled = (menu: Running): Promise<unknown> =>
  menu.until('the menu has looked', () =>
    menu.all('MenuBarExtra').every(({ props }) => props['isLoading'] !== true),
  );

describe('an evening with the launcher', () => {
  it('from "in tray" in the menu bar to gone, and 1.2 GB in the Recycle Bin', async () => {
    const { machine, world } = simulated('windows', 'slow');
    world.files = [
      { path: 'C:/c/pictures', client: 'wechat', tier: 'cache', bytes: 1_150_000_000 },
      { path: 'C:/c/log', client: 'wechat', tier: 'cache', bytes: 50_000_000 },
      { path: 'C:/Msg/MSG0.db', client: 'wechat', tier: 'messages', bytes: 9_000_000 },
    ];
    const ming = new World();
    const { start } = launcher(machine, ming);
    const started: Running[] = [];
    ming.onLaunch = ({ name, arguments: given = {} }) =>
      void started.push(start(name, { arguments: given }));

    // The window was closed an hour ago; the menu bar knows better.
    const menu = start('menu-bar');
    await settled(menu);
    expect(menu.find('MenuBarExtra.Submenu', 'WeChat: In tray')).toBeDefined();

    // One click. The menu is unloaded by it; a command of its own asks and waits.
    await menu.click('WeChat', 'Safe Exit');
    menu.stop();
    const [exit] = started;
    await exit?.ended;
    expect(toasts(exit?.said ?? [])[0]?.style).toBe('ANIMATED');
    expect(huds(exit?.said ?? [])).toEqual(['✓ WeChat is gone']);

    // A minute later.
    const later = start('menu-bar', { launchType: 'background' });
    await settled(later);
    expect(later.text()).toContain('No Chat App Is Running');

    // There is room to be made; what would go is shown before.
    await later.click('Show What Is Left…');
    const status = started.at(-1);
    await status?.until('a row', () => status.row('WeChat') === 'WeChat | Gone');
    status?.select('WeChat');
    await status?.press('Purge Cache…');
    await status?.until('the cache', () => status.row('Cache') === 'Cache | 2 files | 1.20 GB');
    ming.answer = ({ title }) => title === 'Move 2 files, 1.20 GB to the Recycle Bin?';
    status?.select('Cache');
    await status?.press('Move to Recycle Bin…');
    expect(lastToast(status?.said ?? [])).toMatchObject({
      style: 'SUCCESS',
      title: 'WeChat: 1.20 GB moved to the Recycle Bin',
    });

    // The messages are where they were, and two receipts tell the evening.
    expect(world.files.map(({ tier }) => tier)).toEqual(['messages']);
    expect(receiptsIn(machine)).toMatchObject([
      { request: 'exit', verdict: 'gone', surface: 'Raycast' },
      { request: 'purge', verdict: 'gone', removed: { files: 2, to: 'trash' }, surface: 'Raycast' },
    ]);
  });
});
