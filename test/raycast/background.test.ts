import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknown } from '../../shared/core/known.ts';
import { enter, BEHAVIOURS } from '../../shared/machine/simulated/behaviours.ts';
import { tidyHomes } from '../cli/home.ts';
import { World } from './host/world.ts';
import { huds, launched, questions, toasts } from './said.ts';
import { configure, launcher, receiptsIn, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();

/** Raycast has no toast and no question there: extensions that show one fail (raycast/extensions, issue 15571). */
const BACKGROUND = { launchType: 'background' } as const;
const ONE = { arguments: { client: 'wechat' }, ...BACKGROUND };

describe('a command that is launched in the background', () => {
  it.each([
    ['safe-exit', ONE, '✓ WeChat is gone'],
    ['leave-everything', BACKGROUND, '✓ WeChat is gone'],
    ['hide', ONE, '✓ WeChat has no window open; it still runs'],
  ])('%s says its end in the HUD alone', async (command, given, said) => {
    const { machine } = simulated('macos', 'polite');
    const one = launcher(machine).start(command, given);
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual([said]);
    expect(toasts(one.said)).toEqual([]);
  });

  it('says there also who is still here', async () => {
    const { machine } = simulated('macos', 'deaf');
    const one = launcher(machine).start('safe-exit', ONE);
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual([
      expect.stringMatching(/^WeChat is still here: WeChat.* · It may be asking/) as string,
    ]);
  });

  it('says there also what stopped it', async () => {
    const { machine } = simulated('macos', 'polite');
    configure(machine, 'policy.json', '{"hold": 7}');
    const one = launcher(machine).start('safe-exit', ONE);
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual([
      expect.stringMatching(/^A Policy File Cannot Be Understood: /) as string,
    ]);
  });

  it.each([true, false])(
    'refuses force without a question, whatever was chosen (ask first: %s)',
    async (confirmForce) => {
      const { machine, world } = simulated('macos', 'deaf');
      const raycast = new World();
      raycast.settings = { confirmForce };
      const one = launcher(machine, raycast).start('force-exit', ONE);
      await one.ended;
      expect(one.errors).toEqual([]);
      expect(questions(one.said)).toEqual([]);
      expect(huds(one.said)).toEqual([
        expect.stringMatching(/^Force Exit Was Refused: Nothing was done/) as string,
      ]);
      expect(world.deeds).toEqual([]);
      expect(receiptsIn(machine)).toEqual([]);
    },
  );

  it('asks which of several by the HUD, and opens no window', async () => {
    const { machine, world } = simulated('macos', 'polite');
    enter(world, QQ);
    const one = launcher(machine).start('safe-exit', BACKGROUND);
    await one.ended;
    expect(huds(one.said)).toEqual([
      expect.stringMatching(/^Which One\?: WeChat, QQ: none was asked/) as string,
    ]);
    expect(launched(one.said)).toEqual([]);
    expect(world.deeds).toEqual([]);
  });
});

const QQ = {
  temper: 'polite',
  ...{ pid: 5_000, helpers: 0 },
  rootExe: '/Applications/QQ.app/Contents/MacOS/QQ',
  helperExe: '',
} as const;

it('whatever comes of a command in the background, the HUD says it once, and nothing else speaks', async () => {
  const commands = fc.constantFrom('safe-exit', 'force-exit', 'leave-everything', 'hide');
  await fc.assert(
    fc.asyncProperty(
      commands,
      fc.constantFrom(...BEHAVIOURS),
      fc.constantFrom('macos' as const, 'windows' as const),
      fc.boolean(),
      async (command, temper, platform, isBlind) => {
        const { machine } = simulated(platform, temper);
        const observe: Observe = async (...all) => ({
          ...(await snapshotOf(machine, ...all)),
          ...(isBlind ? { processes: unknown('failed', 'the probe broke') } : {}),
        });
        const one = launcher(seeingBy(machine, observe)).start(command, BACKGROUND);
        await one.ended;
        expect(one.errors).toEqual([]);
        expect(toasts(one.said)).toEqual([]);
        expect(questions(one.said)).toEqual([]);
        expect(huds(one.said)).toHaveLength(1);
      },
    ),
    { numRuns: 20 },
  );
});

describe('a safe exit with nothing typed', () => {
  const both = () => {
    const all = simulated('macos', 'polite');
    enter(all.world, QQ);
    return { ...all, ...launcher(all.machine), computer: all.world };
  };

  it('asks which of several: nobody is asked to quit, and a list to choose from opens', async () => {
    const { start, computer, world } = both();
    const one = start('safe-exit');
    await one.ended;
    expect(one.toast?.now).toMatchObject({
      title: 'Which One?',
      message:
        'WeChat, QQ: none was asked to quit. Name one, choose it in Exit Status, or exit all.',
      actions: ['Choose…', 'Safe Exit All'],
    });
    expect(launched(one.said)).toEqual(['exit-status']);
    expect(computer.deeds).toEqual([]);
    await one.toast?.press('Safe Exit All');
    expect(launched(world.said)).toEqual(['exit-status', 'leave-everything']);
  });

  it('asks nothing where only one runs and of another only an icon is left', async () => {
    const { machine, world } = simulated('windows', 'ghost');
    const { start } = launcher(machine);
    const ghost = start('safe-exit', { arguments: { client: 'wechat' } });
    await ghost.ended;
    expect(ghost.toast?.now).toMatchObject({
      title: 'WeChat is partly gone',
      message: expect.stringMatching(/^1 tray icon/) as string,
    });
    enter(world, { ...QQ, rootExe: 'C:/Program Files/Tencent/QQNT/QQ.exe' });
    const one = start('safe-exit');
    await one.ended;
    expect(JSON.stringify(one.said)).not.toContain('Which One');
    expect(world.actors).toEqual([]);
  });

  it('asks also where the list is switched off', async () => {
    const { start, world } = both();
    world.off.add('exit-status');
    const one = start('safe-exit');
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(one.toast?.now.title).toBe('Which One?');
  });

  it.each([
    ['any was typed', { arguments: { client: 'any' } }, {}],
    ['one was typed', { arguments: { client: 'qq' } }, {}],
    ['one was chosen in the settings', {}, { client: 'qq' }],
  ])('asks nothing where %s', async (_, given, settings) => {
    const { start, world, computer } = both();
    world.settings = settings;
    const one = start('safe-exit', given);
    await one.ended;
    expect(huds(one.said)[0]).toMatch(/QQ (is|are) gone/);
    expect(computer.deeds.length).toBeGreaterThan(0);
  });
});
