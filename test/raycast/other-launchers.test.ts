import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { World } from './host/world.ts';
import { huds, lastToast } from './said.ts';
import { launcher, simulated } from './stage.ts';

tidyHomes();

const WECHAT = { arguments: { client: 'wechat' } };
const lacking = (name: string, how: 'missing' | 'stub'): World => {
  const raycast = new World();
  raycast.without.set(name, how);
  return raycast;
};

/** Vicinae and SuperCmd run extensions of Raycast; neither has been tried, their sources were read. */
describe.each(['missing', 'stub'] as const)(
  'in a launcher where a function of Raycast is a %s',
  (how) => {
    it('the menu bar says that there is none, and not again in the background', async () => {
      const { machine } = simulated('macos', 'polite');
      const one = launcher(machine, lacking('MenuBarExtra', how)).start('menu-bar');
      await one.until('a sentence', () => huds(one.said).length > 0);
      expect(huds(one.said)).toEqual([
        'This launcher has no menu bar for extensions: open Exit Status of Chat Apps instead.',
      ]);
      expect(one.errors).toEqual([]);
      const again = launcher(machine, lacking('MenuBarExtra', how)).start('menu-bar', {
        launchType: 'background',
      });
      expect(huds(again.said)).toEqual([]);
      expect(again.errors).toEqual([]);
    });

    it.each(['Alert', 'confirmAlert'])(
      'force without %s is not carried out, and says why',
      async (name) => {
        const { machine, world } = simulated('macos', 'deaf');
        const one = launcher(machine, lacking(name, how)).start('force-exit', WECHAT);
        await one.ended;
        expect(one.errors).toEqual([]);
        expect(lastToast(one.said)).toMatchObject({
          style: 'FAILURE',
          title: 'This Launcher Cannot Ask',
        });
        expect(lastToast(one.said)?.message).toContain('only a yes allows it');
        expect(`${lastToast(one.said)?.title} ${lastToast(one.said)?.message}`).not.toMatch(
          /undefined|is not a function|cannot read/i,
        );
        expect(world.deeds).toEqual([]);
      },
    );

    it('a purge without a question removes nothing, and says why', async () => {
      const { machine, world } = simulated('macos');
      world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 }];
      const view = launcher(machine, lacking('Alert', how)).start('purge-cache', WECHAT);
      await view.until('the cache', () => view.row('Cache').includes('1 file'));
      view.select('Cache');
      await view.press('Move to Trash…');
      expect(lastToast(view.said)?.style).toBe('FAILURE');
      expect(lastToast(view.said)?.message).toContain('only a yes allows it');
      expect(world.deeds).toEqual([]);
    });

    it('a subtitle that cannot be set is said to who starts it, and not every minute', async () => {
      const { machine } = simulated('windows', 'polite');
      const raycast = lacking('updateCommandMetadata', how);
      const one = launcher(machine, raycast).start('status-subtitle');
      await one.ended;
      expect(one.errors).toEqual([]);
      expect(lastToast(one.said)).toMatchObject({
        style: 'FAILURE',
        title: 'This Launcher Has No Subtitles',
      });
      const again = launcher(machine, raycast).start('status-subtitle', {
        launchType: 'background',
      });
      await again.ended;
      expect([again.errors, again.said]).toEqual([[], []]);
    });

    it('a command that cannot start another one says what to start', async () => {
      const { machine } = simulated('macos', 'polite');
      const view = launcher(machine, lacking('launchCommand', how)).start('exit-status');
      await view.until('a row', () => view.row('WeChat'));
      view.select('WeChat');
      await view.press('Safe Exit');
      expect(view.errors).toEqual([]);
      expect(lastToast(view.said)).toMatchObject({
        title: 'This Launcher Starts No Commands',
        message: 'Start “Safe Exit Chat App” in it yourself.',
      });
    });
  },
);
