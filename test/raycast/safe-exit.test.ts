import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { policyIn } from '../streamdeck/plugin/stage.ts';
import { huds, lastToast, launched, toasts } from './said.ts';
import { configure, evening, launcher, receiptsAt, simulated } from './stage.ts';
import { seeingBy } from '../observe.ts';

tidyHomes();

describe('safe exit from the launcher, with real processes', () => {
  it('says gone in the HUD only after everybody has left, and keeps the receipt', async () => {
    const { start, home } = await evening('polite');
    const one = start('safe-exit');
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual(['✓ Practice is gone']);
    const [receipt] = receiptsAt(home);
    expect(receipt).toMatchObject({ verdict: 'gone', request: 'exit', surface: 'Raycast' });
    expect((await home.run('status', 'practice')).out).toContain('gone');
  });

  it('shows a live line while it waits', async () => {
    const { start } = await evening('slow');
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    const lines = toasts(one.said).map(({ message }) => message);
    expect(lines.some((line) => /Practice: .*waiting/.test(line))).toBe(true);
    expect(toasts(one.said)[0]).toMatchObject({ style: 'ANIMATED' });
    expect(huds(one.said)).toEqual(['✓ Practice is gone']);
  });

  it('says who is still here in a toast, with what can be done', async () => {
    const { start, home } = await evening('deaf');
    policyIn(home, { timeoutMs: 500 });
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      style: 'FAILURE',
      title: 'Practice is still here',
      message: expect.stringMatching(/practice.* · It may be asking something/) as string,
      actions: ['Force…', 'Show What Is Left'],
    });
    await one.toast?.press('Force…');
    await one.toast?.press('Show What Is Left');
    expect(launched(one.said)).toEqual(['force-exit practice', 'exit-status']);
  });

  it('does not offer force where the policy forbids it', async () => {
    const { start, home } = await evening('deaf');
    policyIn(home, { timeoutMs: 500, force: 'never' });
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(lastToast(one.said)?.actions).toEqual(['Look Again', 'Show What Is Left']);
    const before = receiptsAt(home).length;
    await one.toast?.press('Look Again');
    expect(lastToast(one.said)).toMatchObject({
      style: 'FAILURE',
      title: expect.stringMatching(/^Practice: (Running|In tray)$/) as string,
    });
    // It only looked: nobody was asked anything.
    expect(receiptsAt(home)).toHaveLength(before);
  });

  it('never calls an icon that nobody holds gone', async () => {
    const { start } = await evening('ghost');
    const one = start('safe-exit');
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      title: 'Practice is partly gone',
      message: expect.stringMatching(/^1 tray icon/) as string,
    });
  });

  it('pressed twice asks once: the second says who is at it', async () => {
    const { start, home } = await evening('slow');
    const first = start('safe-exit', { arguments: { own: 'practice' } });
    await first.until('the first asks', () =>
      toasts(first.said).some(({ title }) => title === 'Safe Exit…'),
    );
    const second = start('safe-exit', { arguments: { own: 'practice' } });
    await Promise.all([first.ended, second.ended]);
    expect(huds(first.said)).toEqual(['✓ Practice is gone']);
    const said = toasts(second.said).map(({ message }) => message);
    expect(said.some((line) => line.includes('Wait until that request has finished'))).toBe(true);
    expect(receiptsAt(home).filter(({ refusals }) => refusals.length > 0)).toHaveLength(1);
  });
});

describe('whom a command is for', () => {
  it.each(['wechat', 'We Chat', '微信', 'weixin', 'WeChat.exe'])(
    'is found as %s',
    async (client) => {
      const { machine } = simulated('macos', 'polite');
      const one = launcher(machine).start('safe-exit', { arguments: { own: client } });
      await one.ended;
      expect(huds(one.said)).toEqual(['✓ WeChat is gone']);
    },
  );

  it('is no client where none is called so', async () => {
    const { machine, world } = simulated('macos', 'polite');
    for (const [client, title, next] of [
      // The beginning of a name is none, as on the command line.
      ['we', 'No Client Is Called “we”', 'Known: WeChat, '],
      ['nobody', 'No Client Is Called “nobody”', 'Known: WeChat, '],
    ] as const) {
      const one = launcher(machine).start('safe-exit', { arguments: { own: client } });
      await one.ended;
      expect(lastToast(one.said)).toMatchObject({ style: 'FAILURE', title });
      expect(lastToast(one.said)?.message).toContain(next);
    }
    expect(world.deeds).toEqual([]);
  });

  it('is the client of the settings where none is named', async () => {
    const { machine } = simulated('windows', 'polite');
    const { start, world } = launcher(machine);
    world.settings = { client: 'qq' };
    const one = start('safe-exit');
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ QQ is gone']);
  });

  it('is whoever is running, and nobody being there is said as such', async () => {
    const { machine } = simulated('windows');
    const one = launcher(machine).start('leave-everything');
    await one.ended;
    expect(huds(one.said)).toEqual(['✓ No chat app is running']);
  });

  it('cannot be told where nobody can look', async () => {
    const { machine, world } = simulated('windows', 'polite');
    const blind = { known: false, why: { code: 'failed', detail: 'the probe broke' } } as const;
    const observe = async () => ({ me: '', processes: blind, trayIcons: blind, windows: blind });
    const one = launcher(seeingBy(machine, observe)).start('leave-everything');
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      style: 'FAILURE',
      title: 'Cannot Tell What Is Running',
      message: 'Nothing was done. WeChat: could not be checked (the probe broke)',
    });
    expect(world.deeds).toEqual([]);
  });

  it('cannot be told where a client file cannot be read', async () => {
    const { machine } = simulated('windows');
    configure(machine, 'clients/mine.json', '{');
    const one = launcher(machine).start('leave-everything');
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      title: 'Cannot Tell What Is Running',
      message: expect.stringContaining('mine.json') as string,
    });
  });

  it('is told where others cannot be seen although all who were seen have left', async () => {
    const { machine } = simulated('windows', 'polite');
    configure(machine, 'clients/mine.json', '{');
    const one = launcher(machine).start('leave-everything');
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      style: 'FAILURE',
      title: 'Not Every App Could Be Seen',
      message: expect.stringMatching(/^WeChat is gone · .*mine\.json/) as string,
      actions: ['Show What Is Left'],
    });
  });
});

describe('a policy', () => {
  it('that cannot be understood allows nothing', async () => {
    const { machine, world } = simulated('macos', 'polite');
    configure(machine, 'policy.json', '{"hold": 7}');
    const one = launcher(machine).start('safe-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({ title: 'A Policy File Cannot Be Understood' });
    expect(world.deeds).toEqual([]);
  });

  it('says how long to wait, before the settings do', async () => {
    const { machine, world } = simulated('macos', 'deaf');
    const { start, world: raycast } = launcher(machine);
    raycast.settings = { timeout: '60' };
    await start('safe-exit', { arguments: { client: 'wechat' } }).ended;
    expect(world.now).toBeGreaterThanOrEqual(60_000);
    configure(
      machine,
      'policy.json',
      JSON.stringify({ schema: 'clean-exit/policy/1', timeoutMs: 2_000 }),
    );
    const before = world.now;
    await start('safe-exit', { arguments: { client: 'wechat' } }).ended;
    expect(world.now - before).toBeLessThan(10_000);
  });
});

describe('what the system does not allow', () => {
  it('leads to the place where it is allowed, on macOS', async () => {
    const { machine } = simulated('macos', 'deaf');
    const askToQuit = async () =>
      ({ state: 'failed', reason: { code: 'denied', detail: '-1743' } }) as const;
    const one = launcher({ ...machine, quit: { ...machine.quit, ask: askToQuit } }).start(
      'safe-exit',
      {
        arguments: { client: 'wechat' },
      },
    );
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.actions).toContain('Grant Access: Automation…');
    await one.toast?.press('Grant Access: Automation…');
    expect(one.said).toContainEqual({
      opened: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Automation',
    });
  });
});
