import { expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { huds } from './said.ts';
import { configure, evening, launcher, simulated } from './stage.ts';

tidyHomes();

/** An address as Raycast takes it apart (developers.raycast.com, Deeplinks). */
function opened(link: string) {
  const { protocol, host, pathname, searchParams } = new URL(link);
  const [, author, extension, command = ''] = pathname.split('/');
  expect([protocol, host, author, extension]).toEqual([
    ...['raycast:', 'extensions', 'clean-exit', 'clean-exit'],
  ]);
  const given = JSON.parse(searchParams.get('arguments') ?? '{}') as Record<string, string>;
  return { command, arguments: given };
}

it('a quicklink for one client starts the command for it alone', async () => {
  const { machine, world } = simulated('macos', 'polite');
  const { start } = launcher(machine);
  const view = start('exit-status');
  await view.until('a row', () => view.row('WeChat'));
  view.select('WeChat');
  await view.press('Create Quicklink for Safe Exit');
  const [made] = view.said.flatMap((one) => ('quicklink' in one ? [one.quicklink] : []));
  expect(made?.name).toBe('Safe Exit: WeChat');
  const link = opened(made?.link ?? '');
  expect(link).toEqual({ command: 'safe-exit', arguments: { client: 'wechat' } });
  const one = start(link.command, { arguments: link.arguments });
  await one.ended;
  expect(huds(one.said)).toEqual(['✓ WeChat is gone']);
  expect(world.actors).toEqual([]);
});

it.each([
  ['Force Exit', 'force-exit'],
  ['Purge Cache', 'purge-cache'],
  ['Hide', 'hide'],
])('there is one for %s as well, also of a client that is gone', async (deed, command) => {
  const { machine } = simulated('windows');
  const view = launcher(machine).start('exit-status');
  await view.until('a row', () => view.row('QQ'));
  view.select('QQ');
  await view.press(`Create Quicklink for ${deed}`);
  const [made] = view.said.flatMap((one) => ('quicklink' in one ? [one.quicklink.link] : []));
  expect(opened(made ?? '')).toEqual({ command, arguments: { client: 'qq' } });
});

it('the deep link alone is copied, for other launchers and scripts', async () => {
  const { machine } = simulated('macos', 'polite');
  const { start, world } = launcher(machine);
  const view = start('exit-status');
  await view.until('a row', () => view.row('WeChat'));
  view.select('WeChat');
  await view.press('Copy Deep Link of Safe Exit');
  expect(opened(world.clipboard).command).toBe('safe-exit');
});

it('the link for a client of one’s own names it where it is written, because no list offers it', async () => {
  const { start } = await evening('polite');
  const view = start('exit-status');
  await view.until('a row', () => view.row('Practice'));
  view.select('Practice');
  await view.press('Create Quicklink for Safe Exit');
  const [made] = view.said.flatMap((one) => ('quicklink' in one ? [one.quicklink.link] : []));
  const link = opened(made ?? '');
  expect(link.arguments).toEqual({ own: 'practice' });
  const one = start(link.command, { arguments: link.arguments });
  await one.ended;
  expect(huds(one.said)).toEqual(['✓ Practice is gone']);
});

it('a launcher without quicklinks offers none, and the deep link all the same', async () => {
  const { machine } = simulated('macos', 'polite');
  const { start, world } = launcher(machine);
  world.without.set('Action.CreateQuicklink', 'missing');
  const view = start('exit-status');
  await view.until('a row', () => view.row('WeChat'));
  view.select('WeChat');
  expect(view.actions().filter((one) => one.includes('Quicklink'))).toEqual([]);
  expect(view.actions()).toContain('Copy Deep Link of Safe Exit');
  expect(view.errors).toEqual([]);
});

it('a client file that is broken hides no link of the others', async () => {
  const { machine } = simulated('macos', 'polite');
  configure(machine, 'clients/mine.json', '{');
  const view = launcher(machine).start('exit-status');
  await view.until('a row', () => view.row('WeChat'));
  view.select('WeChat');
  expect(view.actions()).toContain('Create Quicklink for Safe Exit');
});
