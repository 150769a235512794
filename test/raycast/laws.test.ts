import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unknown } from '../../shared/core/known.ts';
import { enter, BEHAVIOURS } from '../../shared/machine/simulated/behaviours.ts';
import type { Actor } from '../../shared/machine/simulated/world.ts';
import { tidyHomes } from '../cli/home.ts';
import { World } from './host/world.ts';
import { huds, toasts } from './said.ts';
import { launcher, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** So that most evenings come to an end, which is what the laws are about. */
const mostly = (what: boolean) => fc.constantFrom(what, what, what, !what);

/** Everything that decides how a command ends, so that a failing case can be read. */
const evenings = fc.record({
  platform: fc.constantFrom('macos' as const, 'windows' as const),
  temper: fc.constantFrom(...BEHAVIOURS),
  command: fc.constantFrom('safe-exit', 'force-exit', 'leave-everything'),
  client: fc.constantFrom('wechat', 'any'),
  answer: mostly(true),
  /** Whether somebody else is there, who stays. */
  other: mostly(false),
  /** The probe that fails from this look on; 0 is never. */
  blind: fc.constantFrom('processes' as const, 'trayIcons' as const, 'windows' as const),
  from: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 })),
});

type Evening = typeof evenings extends fc.Arbitrary<infer T> ? T : never;

/** Plays it; the machine goes blind when the evening says so. */
async function play(evening: Evening) {
  const { platform, temper, command, client, answer, other, blind, from } = evening;
  const { machine, world } = simulated(platform, temper);
  if (other) enter(world, { temper: 'deaf', pid: 7_000, helpers: 0, ...QQ[platform] });
  const raycast = new World();
  raycast.answer = () => answer;
  let looks = 0;
  const observe: Observe = async (...all) => {
    const seen = await snapshotOf(machine, ...all);
    return from > 0 && ++looks >= from ? { ...seen, [blind]: unknown('failed', 'blind') } : seen;
  };
  const one = launcher(seeingBy(machine, observe), raycast).start(command, {
    ...(command === 'leave-everything' ? {} : { arguments: { client } }),
  });
  await one.ended;
  const isMeant = ({ process: { exe } }: Actor): boolean =>
    client === 'any' ||
    command === 'leave-everything' ||
    (exe.known && exe.value.includes('WeChat'));
  return { one, world, meant: world.actors.filter(isMeant) };
}

const QQ = {
  macos: { rootExe: '/Applications/QQ.app/Contents/MacOS/QQ', helperExe: '' },
  windows: { rootExe: 'C:/Program Files/Tencent/QQNT/QQ.exe', helperExe: '' },
} as const;

const runs = { numRuns: 25 };

describe('whatever a person starts', () => {
  it('the HUD comes only where nobody who was meant is there any more', async () => {
    let [said, gone] = [0, 0];
    await fc.assert(
      fc.asyncProperty(evenings, async (evening) => {
        const { one, world, meant } = await play(evening);
        expect(one.errors).toEqual([]);
        if (huds(one.said).length > 0) {
          said++;
          expect(meant).toEqual([]);
        }
        if (huds(one.said).some((text) => /gone|No chat program/.test(text))) {
          gone++;
          expect(world.icons).toEqual([]);
        }
      }),
      runs,
    );
    expect(said).toBeGreaterThan(0);
    expect(gone).toBeGreaterThan(0);
  });

  it('it ends with one word of its own: a HUD, or a toast that is no longer moving', async () => {
    await fc.assert(
      fc.asyncProperty(evenings, async (evening) => {
        const { one } = await play(evening);
        const last = one.toast?.now;
        expect(huds(one.said).length + (last ? 1 : 0)).toBe(1);
        expect(last?.style).not.toBe('ANIMATED');
        expect(toasts(one.said).length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('nobody is ended by force without a yes', async () => {
    await fc.assert(
      fc.asyncProperty(evenings, async (evening) => {
        const { world } = await play({ ...evening, answer: false });
        const ended = world.deeds.flatMap((one) => (one.deed === 'ended' ? [one.process] : []));
        // A helper that stays behind its root is ended by a safe exit too.
        expect(ended.filter(({ parent }) => parent === 1)).toEqual([]);
      }),
      runs,
    );
  });

  it('no timer is left', async () => {
    await fc.assert(
      fc.asyncProperty(evenings, async (evening) => {
        await play(evening);
        expect(vi.getTimerCount()).toBe(0);
      }),
      runs,
    );
  });
});
