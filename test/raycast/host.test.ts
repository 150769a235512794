import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launch } from './host/launch.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';
import { huds } from './said.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Launches a command that was not built by anybody: its code, as `ray build` would leave it. */
function command(mode: string, code: string, world = new World()): Running {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-command-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'assets'));
  const preferences = [{ name: 'client', default: 'any' }];
  const manifest = { name: 'x', preferences, commands: [{ name: 'one', mode }] };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const head = `const r = require('@raycast/api'), React = require('react'), h = React.createElement;`;
  writeFileSync(path.join(folder, 'one.js'), `${head}\n${code}`);
  return launch({ folder, command: 'one', world });
}

const fails = async (mode: string, code: string): Promise<string> => {
  const one = command(mode, code);
  await one.ended;
  return one.errors.map(String).join('\n');
};

describe('the test host', () => {
  it.each([
    ['a name of the API', 'r.showEverything', '@raycast/api.showEverything'],
    ['a part of a component', 'r.List.Rows', 'List.Rows'],
    ['an icon', 'r.Icon.Zebra', 'Icon.Zebra'],
    ['a shortcut', 'r.Keyboard.Shortcut.Common.Explode', 'Common.Explode'],
  ])('throws for %s that it does not know', async (_, code, message) => {
    expect(await fails('no-view', `exports.default = async () => { ${code}; };`)).toContain(
      message,
    );
  });

  it('throws for a package that Raycast does not have', () => {
    expect(() => command('no-view', `require('ps-list/index.js');`)).toThrow(
      'needs "ps-list/index.js"',
    );
  });

  it('gives the settings of the manifest, and refuses one that is not in it', async () => {
    const world = new World();
    const code = `exports.default = async () => r.showHUD(r.getPreferenceValues().client);`;
    const one = command('no-view', code, world);
    await one.ended;
    expect(huds(one.said)).toEqual(['any']);
    world.settings = { nonsense: 1 };
    expect(() => command('no-view', code, world)).toThrow('no setting nonsense');
  });

  it('asks no question and shows no toast in a menu bar, as Raycast', async () => {
    for (const what of ['confirmAlert', 'showToast']) {
      const menu = command(
        'menu-bar',
        `exports.default = () => h(r.MenuBarExtra, {}, h(r.MenuBarExtra.Item, { title: 'A', onAction: () => r.${what}({ title: 'x' }) }));`,
      );
      await expect(menu.click('A')).rejects.toThrow(`${what} cannot be used in a menu bar`);
    }
  });

  it('refuses two items of one title at one level', () => {
    const item = `h(r.MenuBarExtra.Item, { title: 'A' })`;
    const menu = command(
      'menu-bar',
      `exports.default = () => h(r.MenuBarExtra, {}, ${item}, ${item});`,
    );
    expect(menu.errors.map(String)).toEqual(['Error: the menu has two items "A" at one level']);
  });

  it('tells what a component threw to whoever waits', async () => {
    const view = command('view', `exports.default = () => { throw new Error('broken'); };`);
    await expect(view.until('anything', () => false)).rejects.toThrow('broken');
  });

  it('pushes a page on top, and goes back', async () => {
    const view = command(
      'view',
      `const P = r.Action.Push, A = r.ActionPanel;
       exports.default = () => h(r.List, {}, h(r.List.Item, { title: 'first', actions:
         h(A, {}, h(P, { title: 'Go', target: h(r.List, {}, h(r.List.Item, { title: 'second' })) })) }));`,
    );
    await view.press('Go');
    await view.until('the page', () => view.row('second'));
    view.back();
    await view.until('the first page', () => view.row('first'));
  });

  it('says when a question is asked that nobody answers', async () => {
    expect(
      await fails('no-view', `exports.default = async () => r.confirmAlert({ title: 'Sure?' });`),
    ).toContain('nobody answers: Sure?');
  });

  it('keeps what a cache holds for the next launch', async () => {
    const world = new World();
    const code = `exports.default = async () => { const c = new r.Cache(); await r.showHUD(String(c.get('a'))); c.set('a', '1'); };`;
    await command('no-view', code, world).ended;
    await command('no-view', code, world).ended;
    expect(huds(world.said)).toEqual(['undefined', '1']);
  });
});
