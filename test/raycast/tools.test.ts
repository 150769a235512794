import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import { tidyHomes } from '../cli/home.ts';
import { tool } from './host/launch.ts';
import { BUILT } from './machines.ts';
import { evening, launcher, receiptsAt, simulated } from './stage.ts';
import { seeingBy } from '../observe.ts';

tidyHomes();

describe('the AI tools', () => {
  it('say who is still here, with what is left', async () => {
    const { machine } = simulated('macos', 'polite');
    launcher(machine);
    expect(await tool(BUILT, 'exit-status').run({})).toMatchObject({
      stillHere: [{ client: 'wechat', presence: 'running' }],
      gone: clients.filter(({ id }) => id !== 'wechat').map(({ name }) => name),
    });
  });

  it('say that somebody may be there where not all can be seen', async () => {
    const { machine } = simulated('macos');
    const why = { known: false, why: { code: 'failed', detail: 'no' } } as const;
    const observe = async () => ({ me: '', processes: why, trayIcons: why, windows: why });
    launcher(seeingBy(machine, observe));
    expect(await tool(BUILT, 'exit-status').run({})).toMatchObject({
      stillHere: [],
      gone: [],
      cannotTell: expect.stringContaining('could not be checked (no)') as string,
    });
  });

  it('make a safe exit of real processes only after a question', async () => {
    const { home } = await evening('polite');
    const exit = tool(BUILT, 'safe-exit');
    expect(await exit.confirm({ client: 'practice' })).toEqual({
      message: 'Ask Practice to quit?',
    });
    expect(receiptsAt(home)).toEqual([]);
    expect(await exit.run({ client: 'practice' })).toEqual({
      ...{ client: 'practice', verdict: 'gone', said: 'Practice is gone' },
    });
  });

  it('are for one client by its name, never for whoever is there', async () => {
    const { machine, world } = simulated('windows', 'polite');
    launcher(machine);
    for (const name of ['safe-exit', 'purge-cache'])
      for (const client of ['any', 'all', ''])
        for (const what of ['confirm', 'run'] as const)
          await expect(tool(BUILT, name)[what]({ client })).rejects.toThrow(/No Client|Not Clear/);
    expect(world.deeds).toEqual([]);
  });

  it('name what a purge would move before it does, and move just that', async () => {
    const { machine, world } = simulated('windows');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 1_200_000_000 }];
    const { world: raycast } = launcher(machine);
    const purge = tool(BUILT, 'purge-cache', raycast);
    expect(await purge.confirm({ client: 'wechat' })).toMatchObject({
      style: 'destructive',
      message: 'Move the cache of WeChat to the Recycle Bin?',
      info: [{ name: 'What would go', value: '1 file, 1.20 GB' }, {}],
    });
    expect(await purge.run({ client: 'wechat' })).toEqual({
      verdict: 'gone',
      said: 'WeChat: 1.20 GB moved to the Recycle Bin',
    });
  });

  it('purge nothing that nobody agreed to: no question, or another list since then', async () => {
    const { machine, world } = simulated('windows');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 1_000 }];
    const { world: raycast } = launcher(machine);
    const purge = tool(BUILT, 'purge-cache', raycast);
    await expect(purge.run({ client: 'wechat' })).rejects.toThrow('Not Confirmed');
    await purge.confirm({ client: 'wechat' });
    world.files.push({ path: '/c/2', client: 'wechat', tier: 'cache', bytes: 1_000 });
    expect(await purge.run({ client: 'wechat' })).toMatchObject({
      said: 'WeChat: nothing was removed',
    });
    await expect(purge.run({ client: 'wechat' })).rejects.toThrow('Not Confirmed');
    expect(world.deeds).toEqual([]);
  });

  it('ask nothing of a client that runs: a purge of it is refused at once', async () => {
    const { machine, world } = simulated('windows', 'polite');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 1_000 }];
    launcher(machine);
    const purge = tool(BUILT, 'purge-cache');
    await expect(purge.confirm({ client: 'wechat' })).rejects.toThrow('Nothing Was Removed');
    expect(world.deeds).toEqual([]);
  });
});
