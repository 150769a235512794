import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { launch, tool, type Given } from './host/launch.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';
import { huds, lastToast } from './said.ts';

const folder = path.resolve('test/raycast/fixtures');
const start = (command: string, more: Partial<Given> = {}): Running =>
  launch({ folder, command, ...more });

/** Runs one deed of the fixture to its end. */
async function once(what: string, more: Partial<Given> = {}): Promise<Running> {
  const one = start('once', { arguments: { what }, ...more });
  await one.ended;
  return one;
}
const errorsOf = async (what: string, more: Partial<Given> = {}): Promise<string> =>
  (await once(what, more)).errors.map(String).join('\n');

describe('the host refuses what Raycast does not have', () => {
  it.each([
    ['a style of toasts', 'toast of no style', 'Toast.Style.Sucess is not known'],
    ['a style of alerts', 'alert of no style', 'Alert.ActionStyle.Destroy is not known'],
    ['a place', 'no place', 'environment.suportPath is not known'],
    ['a part of the keyboard', 'no keyboard', 'Keyboard.Shortcuts is not known'],
    ['a package that lies here by chance', 'package of ours', 'needs "zod"'],
    ['a command', 'launch nobody', 'no command nobody'],
    ['an argument', 'launch with a wrong argument', 'once has no argument wat'],
    ['a number in a cache', 'number in a cache', 'takes a text only'],
    ['an object in the storage', 'object in a storage', 'does not take object'],
    ['a support folder that the test did not give', 'place', 'gave no supportPath'],
  ])('the host throws for %s', async (_, what, message) => {
    expect(await errorsOf(what)).toContain(message);
  });

  it.each(['toast', 'question'])('the host shows no %s in the background', async (what) => {
    const errors = await errorsOf(what, { launchType: 'background' });
    expect(errors).toContain('API is not available when command is launched in background');
  });

  it('the host starts no command without its argument, with another one, or on the wrong system', () => {
    expect(() => start('once')).toThrow('once needs the argument what');
    expect(() => start('list', { arguments: { x: '' } })).toThrow('list has no argument x');
    expect(() => start('list', { arguments: { which: 'b' } })).toThrow('does not offer b');
    expect(() => start('menu', { platform: 'Windows' })).toThrow('Windows does not have');
  });
});

describe('the host does what Raycast does', () => {
  it('the host shows a toast also of single words', async () => {
    const one = await once('toast');
    const said = { style: 'FAILURE', title: 'Broken', message: 'since today', actions: [] };
    expect(lastToast(one.said)).toEqual(said);
  });

  it('the host carries out the action of the answer', async () => {
    const world = new World();
    for (const answer of [true, false]) {
      world.answer = () => answer;
      await once('question', { world });
    }
    expect(huds(world.said)).toEqual(['yes', 'no']);
  });

  it('the host gives each command its own settings, for its system', async () => {
    const world = new World();
    world.settings = { hide: false };
    const settings = { world, platform: 'Windows' } as const;
    expect(huds((await once('settings', settings)).said)).toEqual(['{"client":"of-pc"}']);
  });

  it('the host keeps what is stored for the next launch, and tells who listens', async () => {
    const world = new World();
    for (let turn = 0; turn < 2; turn++) await once('count', { world });
    expect(huds(world.said)).toEqual(['0 count=1', '1 count=2']);
  });

  it('the host passes on that the Trash failed', async () => {
    const world = new World();
    world.trash = () => Promise.reject(new Error('no Trash here'));
    expect(await errorsOf('trash', { world })).toContain('no Trash here');
    expect(world.said).toEqual([]);
  });

  it('the host runs a tool with the settings of the extension', async () => {
    const look = tool(folder, 'look');
    expect(await look.run({ who: 'me' })).toBe('look me');
    expect(await look.confirm({})).toEqual({ message: '{"client":"of-mac"}' });
  });
});

describe('the host in a view', () => {
  it('the host presses no action that does nothing', async () => {
    await expect(start('list').press('Only a Word')).rejects.toThrow('cannot be pressed');
  });

  it('the host tells an action afterwards, also in a submenu', async () => {
    const view = start('list');
    await view.press('Move to Trash');
    await view.press('Copy to Clipboard');
    expect(view.said).toEqual([
      { trashed: ['/a', '/b'] },
      { hud: 'moved' },
      { copied: 'text' },
      { hud: 'copied text' },
    ]);
    view.stop();
  });

  it('the host keeps the selection of a page below, and stays on the first page', async () => {
    const view = start('list');
    view.select('id-Pear');
    await view.press('Go In');
    await view.until('the page', () => view.find('Detail'));
    view.back();
    await view.until('the list with its selection', () => view.text().includes('Apple'));
    view.back();
    await view.until('the selection', () =>
      view.find('List', ({ props }) => props['navigationTitle'] === 'all id-Pear'),
    );
    view.back();
    view.select('id-Apple');
    await view.until('the list still answers', () =>
      view.find('List', ({ props }) => props['navigationTitle'] === 'all id-Apple'),
    );
    expect(huds(view.said)).toEqual(['in', 'out']);
    view.stop();
  });

  it('the host filters by title and keyword, and offers the actions of the list where none is left', () => {
    const view = start('list');
    view.search('RED');
    expect([view.row('Apple'), view.row('Pear')]).toEqual(['Apple', '']);
    expect(view.actions()).toContain('Go In');
    view.search('nothing');
    expect(view.actions()).toEqual(['Where None Is']);
    view.stop();
  });

  it('the host chooses only what there is to choose', async () => {
    const view = start('list');
    expect(() => view.choose('none')).toThrow('to choose are all, some, not none');
    view.choose('some');
    await view.until('the choice', () =>
      view.find('List', ({ props }) => String(props['navigationTitle']).startsWith('some')),
    );
    view.stop();
    await expect(view.ended).resolves.toBeUndefined();
  });

  it('the host submits what stands in a form', async () => {
    const view = start('form');
    view.fill('sure', true);
    await view.press('Send');
    expect(huds(view.said)).toEqual(['{"name":"nobody","sure":true}']);
    expect(() => view.fill('nam', '')).toThrow('no field nam');
    view.stop();
  });
});

describe('the host in the menu bar', () => {
  it('the host unloads a menu that has loaded, which then stays as it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const menu = start('menu');
      let isSettled = false;
      void menu.settled().then(() => (isSettled = true));
      while (!isSettled) {
        vi.advanceTimersByTime(2);
        await new Promise(setImmediate);
      }
      expect(menu.text()).toContain('MenuBarExtra: 2');
      // Its next turn would come by a timer.
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('the host follows a path level by level, and tells titles with one beginning apart', async () => {
    const menu = await start('menu').settled();
    await menu.click('Chat', 'Leave');
    await menu.click('Chat', '⌥Leave');
    expect(huds(menu.said)).toEqual(['chat left-click', 'chat now']);
    await expect(menu.click('Leave')).rejects.toThrow('no Leave at this level');
    await expect(menu.click('Cha', 'Leave')).rejects.toThrow('Cha is Chat Work or Chat');
    await expect(menu.click('Only a Word')).rejects.toThrow('cannot be pressed');
  });
});
