import { describe, expect, it } from 'vitest';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { tidyHomes } from '../cli/home.ts';
import { policyIn } from '../streamdeck/plugin/stage.ts';
import { huds, lastToast, questions } from './said.ts';
import { evening, launcher, receiptsAt, receiptsIn, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();

const forced = (world: ReturnType<typeof simulated>['world']): readonly string[] =>
  world.deeds.flatMap((one) => (one.deed === 'ended' ? [one.process.name] : []));

describe('force exit from the launcher', () => {
  it('asks, then ends the real processes of one that is deaf', async () => {
    const { start, world, home } = await evening('deaf');
    world.answer = () => true;
    const one = start('force-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(questions(one.said)).toEqual(['End Practice by Force?']);
    expect(huds(one.said)).toEqual(['✓ Practice is gone']);
    expect(receiptsAt(home)).toMatchObject([
      { request: 'force', verdict: 'gone', consent: { by: 'question' }, only: [{}] },
    ]);
  });

  it('does nothing where the person says no', async () => {
    const { machine, world } = simulated('macos', 'deaf');
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => false;
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({ title: 'Nothing Was Done' });
    expect(world.deeds).toEqual([]);
  });

  it('looks again after the question: who has left by itself is not ended', async () => {
    const { machine, world } = simulated('windows', 'deaf');
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => {
      for (const actor of [...world.actors]) world.leave(actor);
      world.icons = [];
      return true;
    };
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ WeChat: no process is left to end']);
    expect(world.deeds).toEqual([]);
  });

  it('does not end one that was started anew during the question', async () => {
    const { machine, world, come } = simulated('macos', 'deaf');
    const { start, world: raycast } = launcher(machine);
    raycast.answer = () => {
      for (const actor of [...world.actors]) world.leave(actor);
      come(2_000, 'deaf');
      return true;
    };
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({ title: 'WeChat Was Restarted Meanwhile' });
    expect(world.deeds).toEqual([]);
  });

  it('is not asked about where the policy forbids it', async () => {
    const { start, world, home } = await evening('deaf');
    policyIn(home, { force: 'never' });
    world.answer = () => true;
    const one = start('force-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(questions(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({ title: 'Force Exit Is Not Allowed' });
    expect(receiptsAt(home)).toEqual([]);
  });

  it('goes by the policy of after the question', async () => {
    const { start, world, home } = await evening('deaf');
    world.answer = () => {
      policyIn(home, { force: 'never' });
      return true;
    };
    const one = start('force-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(receiptsAt(home)).toMatchObject([{ refusals: [{ code: 'force-not-allowed' }] }]);
    expect((await home.run('status', 'practice')).out).not.toContain('gone');
  });

  it('asks nothing where that was switched off', async () => {
    const { machine, world } = simulated('windows', 'deaf');
    const { start, world: raycast } = launcher(machine);
    raycast.settings = { confirmForce: false };
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(questions(one.said)).toEqual([]);
    expect(huds(one.said)).toEqual(['✓ WeChat is gone']);
    expect(forced(world)).not.toEqual([]);
    expect(receiptsIn(machine)).toMatchObject([{ consent: { by: 'option' } }]);
  });

  it('says so where nobody is there to end', async () => {
    const { machine } = simulated('windows');
    const one = launcher(machine).start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ Nothing to end']);
  });

  it('tells of one that the system does not let us end, and offers no force again', async () => {
    const { machine } = simulated('windows', 'denied');
    const { start, world } = launcher(machine);
    world.answer = () => true;
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.title).toMatch(/^WeChat is still here/);
    expect(lastToast(one.said)?.actions).not.toContain('Force…');
  });
});

describe('force exit of several', () => {
  it('asks also where questions were switched off', async () => {
    const { machine, world } = simulated('macos', 'deaf');
    enter(world, {
      ...{ temper: 'deaf', pid: 5_000, helpers: 1 },
      rootExe: '/Applications/QQ.app/Contents/MacOS/QQ',
      helperExe: '/Applications/QQ.app/Contents/MacOS/QQ',
    });
    const { start, world: raycast } = launcher(machine);
    raycast.settings = { confirmForce: false };
    raycast.answer = () => false;
    const one = start('force-exit', { arguments: { client: 'any' } });
    await one.ended;
    expect(questions(one.said)).toEqual(['End WeChat, QQ by Force?']);
    expect(world.deeds).toEqual([]);
  });
});

describe('hide', () => {
  it('says of one that does not run just that', async () => {
    const { machine } = simulated('macos');
    const one = launcher(machine).start('hide', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ WeChat is not running']);
  });

  it('says nothing of windows that nobody can see', async () => {
    const { machine } = simulated('macos', 'polite');
    const observe: Observe = async (...all) => ({
      ...(await snapshotOf(machine, ...all)),
      windows: { known: false, why: { code: 'failed' } },
    });
    const one = launcher(seeingBy(machine, observe)).start('hide', {
      arguments: { client: 'wechat' },
    });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.title).toBe('Cannot see WeChat’s windows');
  });

  it('closes the windows, and says that it still runs', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.windows.push({ id: '1', title: 'chat', pid: 1_000, visible: true });
    const one = launcher(machine).start('hide', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ WeChat has no window open; it still runs']);
    expect(world.actors).toHaveLength(3);
  });
});
