import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { tool } from './host/launch.ts';
import { BUILT } from './machines.ts';
import { evening, launcher, receiptsAt, simulated } from './stage.ts';

tidyHomes();

describe('the AI tools', () => {
  it('say who is still here, with what is left', async () => {
    const { machine } = simulated('macos', 'polite');
    launcher(machine);
    expect(await tool(BUILT, 'exit-status').run({})).toMatchObject({
      stillHere: [{ client: 'wechat', presence: 'running' }],
      gone: 13,
    });
  });

  it('say that somebody may be there where not all can be seen', async () => {
    const { machine } = simulated('macos');
    const why = { known: false, why: { code: 'failed', detail: 'no' } } as const;
    const observe = async () => ({ me: '', processes: why, trayIcons: why, windows: why });
    launcher({ ...machine, observe });
    expect(await tool(BUILT, 'exit-status').run({})).toMatchObject({
      stillHere: [],
      cannotTell: expect.stringContaining('failed: no') as string,
    });
  });

  it('make a safe exit of real processes only after a question', async () => {
    const { home } = await evening('polite');
    const exit = tool(BUILT, 'safe-exit');
    expect(await exit.confirm({ client: 'practice' })).toEqual({
      message: 'Ask Practice to quit?',
    });
    expect(receiptsAt(home)).toEqual([]);
    expect(await exit.run({ client: 'practice' })).toEqual([
      { client: 'practice', verdict: 'gone', said: 'Practice is gone' },
    ]);
  });

  it('name what a purge would move before it does, and what it moved', async () => {
    const { machine, world } = simulated('windows');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 1_200_000_000 }];
    launcher(machine);
    const purge = tool(BUILT, 'purge-cache');
    expect(await purge.confirm({ client: 'wechat' })).toMatchObject({
      style: 'destructive',
      message: 'Move the cache of WeChat to the Trash?',
      info: [{ name: 'What would go', value: '1 file, 1.20 GB' }, {}],
    });
    expect(await purge.run({ client: 'wechat' })).toEqual({
      verdict: 'gone',
      said: 'WeChat: 1.20 GB moved to the Trash',
    });
  });

  it('purge nothing of one that runs, and nothing of whoever was not named', async () => {
    const { machine, world } = simulated('windows', 'polite');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 1_000 }];
    launcher(machine);
    const purge = tool(BUILT, 'purge-cache');
    expect(await purge.run({ client: 'wechat' })).toMatchObject({
      said: 'WeChat: nothing was removed',
    });
    for (const actor of [...world.actors]) world.leave(actor);
    await expect(purge.run({ client: 'any' })).rejects.toThrow('Name One Client');
    expect(world.deeds).toEqual([]);
  });
});
