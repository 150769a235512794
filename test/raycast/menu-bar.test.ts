import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';
import { huds, launched } from './said.ts';
import { launcher, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();

/** The menu as it is when the look is over. */
async function settled(menu: Running): Promise<Running> {
  await menu.until('the menu is not loading', () =>
    menu.all('MenuBarExtra').every(({ props }) => props['isLoading'] !== true),
  );
  return menu;
}

const bar = (menu: Running): Readonly<Record<string, unknown>> =>
  menu.all('MenuBarExtra')[0]?.props ?? {};
const icon = (menu: Running): unknown => (bar(menu)['icon'] as { source: string }).source;

describe('the menu bar', () => {
  it('counts who is there, and names each with what it does', async () => {
    const { machine } = simulated('macos', 'polite');
    const menu = await settled(launcher(machine).start('menu-bar'));
    expect(bar(menu)['title']).toBe('1');
    expect(icon(menu)).toBe('menu-here.svg');
    expect(menu.text()).toContain('Still Here');
    expect(menu.find('MenuBarExtra.Submenu', 'WeChat: Running')).toBeDefined();
    expect(menu.text()).toContain('WeChat (1000) · 2 WeChatAppEx');
    expect(menu.find('MenuBarExtra.Item', /^Updated \d\d:\d\d/)).toBeDefined();
  });

  it('looks before it says anything', () => {
    const { machine } = simulated('macos', 'polite');
    const menu = launcher(machine).start('menu-bar');
    expect(icon(menu)).toBe('menu-unknown.svg');
    expect(bar(menu)['isLoading']).toBe(true);
    expect(menu.text()).toContain('Looking…');
  });

  it('starts the safe exit at once, and with ⌥ the force that asks', async () => {
    const { machine, world } = simulated('macos', 'polite');
    const menu = await settled(launcher(machine).start('menu-bar'));
    await menu.click('WeChat', 'Safe Exit');
    await menu.click('WeChat', '⌥Force Exit…');
    await menu.click('Safe Exit All');
    expect(launched(menu.said)).toEqual([
      'safe-exit wechat',
      'force-exit wechat',
      'leave-everything',
    ]);
    expect(world.deeds).toEqual([]);
  });

  it('says where a command is switched off', async () => {
    const { machine } = simulated('macos', 'polite');
    const { start, world } = launcher(machine);
    world.off.add('hide');
    const menu = await settled(start('menu-bar'));
    await menu.click('WeChat', 'Hide Chat Windows');
    expect(huds(menu.said)[0]).toMatch(/“Hide Chat Windows” could not be started/);
  });

  it('says that everybody is gone only where everybody was seen', async () => {
    const { machine } = simulated('macos');
    const menu = await settled(launcher(machine).start('menu-bar'));
    expect(icon(menu)).toBe('menu-gone.svg');
    expect(menu.text()).toContain('No Chat App Is Running');
    const why = { known: false, why: { code: 'denied', detail: 'no' } } as const;
    const observe = async (...all: Parameters<Observe>) => ({
      ...(await snapshotOf(machine, ...all)),
      windows: why,
    });
    const blind = await settled(launcher(seeingBy(machine, observe)).start('menu-bar'));
    expect(icon(blind)).toBe('menu-unknown.svg');
    expect(blind.text()).toMatch(/Cannot tell: .*access denied \(no\)/);
    expect(blind.text()).not.toMatch(/Gone|No Chat App/);
  });

  it('shows what was seen before a restart with the time of then, until the new look is there', async () => {
    const { machine, world } = simulated('macos', 'polite');
    const raycast = new World();
    await settled(launcher(machine, raycast).start('menu-bar'));
    for (const actor of [...world.actors]) world.leave(actor);
    const menu = launcher(machine, raycast).start('menu-bar');
    expect(menu.find('MenuBarExtra.Submenu', /^WeChat/)).toBeDefined();
    expect(bar(menu)['isLoading']).toBe(true);
    // With its day, because it may be of yesterday.
    expect(menu.find('MenuBarExtra.Item', /^Updated [A-Z][a-z]+ \d+, \d\d:\d\d$/)).toBeDefined();
    await settled(menu);
    expect(menu.find('MenuBarExtra.Submenu', /^WeChat/)).toBeUndefined();
    expect(menu.text()).toContain('No Chat App Is Running');
  });

  it('shows nothing of before where the new look failed', async () => {
    const { machine } = simulated('macos', 'polite');
    const raycast = new World();
    await settled(launcher(machine, raycast).start('menu-bar'));
    const observe = async () => {
      throw new Error('the probe broke');
    };
    const menu = await settled(launcher(seeingBy(machine, observe), raycast).start('menu-bar'));
    expect(icon(menu)).toBe('menu-unknown.svg');
    expect(menu.text()).toContain('Cannot tell: the probe broke');
    expect(menu.text()).not.toContain('WeChat');
  });

  it('keeps nothing that another version wrote in another shape', async () => {
    const { machine } = simulated('macos', 'polite');
    const raycast = new World();
    raycast.caches.set('', new Map([['overview', '{"at":"x","here":7}']]));
    const menu = launcher(machine, raycast).start('menu-bar');
    expect(menu.text()).toContain('Looking…');
    await settled(menu);
    expect(menu.errors).toEqual([]);
  });

  it('hides while nobody is there, where that was chosen, and never while it cannot tell', async () => {
    const { machine, come } = simulated('macos');
    const raycast = new World();
    raycast.settings = { hideWhenIdle: true };
    const menu = launcher(machine, raycast).start('menu-bar');
    await menu.until('it hides', () => menu.all('MenuBarExtra').length === 0);
    come();
    const again = launcher(machine, raycast).start('menu-bar');
    await again.until('it is there again', () => again.find('MenuBarExtra.Submenu', /^WeChat/));
    const why = { known: false, why: { code: 'failed' } } as const;
    const observe = async () => ({ me: '', processes: why, trayIcons: why, windows: why });
    const blind = await settled(launcher(seeingBy(machine, observe), raycast).start('menu-bar'));
    expect(icon(blind)).toBe('menu-unknown.svg');
  });

  it('tells residue from who is there', async () => {
    const { machine, world } = simulated('windows', 'polite');
    world.actors = world.actors.filter(({ rootPid }) => rootPid !== undefined);
    world.icons = [];
    const menu = await settled(launcher(machine).start('menu-bar'));
    expect(icon(menu)).toBe('menu-residue.svg');
    expect(menu.find('MenuBarExtra.Submenu', 'WeChat: Left behind')).toBeDefined();
  });
});

describe('the status subtitle, for Windows', () => {
  const subtitle = (one: Running): unknown =>
    one.said.flatMap((said) => ('subtitle' in said ? [said.subtitle] : [])).at(-1);

  it('says who is there, or that everybody is gone', async () => {
    const { machine, world } = simulated('windows', 'polite');
    const { start } = launcher(machine);
    const one = start('status-subtitle', { launchType: 'background' });
    await one.ended;
    expect(subtitle(one)).toMatch(/^WeChat in tray · \w+ \d+, \d\d:\d\d$/);
    for (const actor of [...world.actors]) world.leave(actor);
    const other = start('status-subtitle', { launchType: 'background' });
    await other.ended;
    expect(subtitle(other)).toMatch(/^no chat app is running · /);
  });

  it('says that it cannot be told', async () => {
    const { machine } = simulated('windows');
    const observe = async () => {
      throw new Error('the probe broke');
    };
    const one = launcher(seeingBy(machine, observe)).start('status-subtitle');
    await one.ended;
    expect(subtitle(one)).toBe('cannot be told: the probe broke');
  });
});
