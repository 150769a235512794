import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { known, unknown, type Known } from '../../../shared/core/known.ts';
import type { Freeable } from '../../../shared/engine/engine.ts';
import { Hand } from './hand.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const looks = ({ asked }: Hand): number => asked.filter((what) => what === 'look').length;

describe('a look', () => {
  it('that is asked for while one is under way begins after it, once for all who ask', async () => {
    const hand = new Hand();
    const { monitor } = hand;
    const first = monitor.look();
    await hand.waiting();
    const others = [monitor.look(), monitor.look(), monitor.look()];
    hand.moment = 2;
    expect(await hand.waiting()).toEqual(['look']);
    await hand.answer();
    expect((await first).snapshots?.get('chat')?.seen.others[0]?.pid).toBe(1);
    await hand.answer();
    for (const state of await Promise.all(others))
      expect(state.snapshots?.get('chat')?.seen.others[0]?.pid).toBe(2);
    expect(looks(hand)).toBe(2);
  });

  it('comes again by itself only where the surface said how often, and while something is visible', async () => {
    const hand = new Hand({ everyMs: 100 });
    const once = new Hand();
    for (const one of [hand, once]) {
      one.monitor.setVisible(true);
      await one.answer();
    }
    expect(vi.getTimerCount()).toBe(1);
    await hand.pass(99);
    expect(looks(hand)).toBe(1);
    await hand.pass(1);
    expect(looks(hand)).toBe(2);
    // The next is counted from its end.
    await hand.pass(1_000);
    expect(looks(hand)).toBe(2);
    await hand.answer();
    hand.monitor.setVisible(false);
    expect(vi.getTimerCount()).toBe(0);
    await hand.pass(1_000);
    expect([looks(hand), looks(once)]).toEqual([2, 1]);
  });

  it('that failed shows nobody, says why, and the next one may work again', async () => {
    const hand = new Hand();
    void hand.monitor.look();
    await hand.answer();
    void hand.monitor.look();
    await hand.fail();
    expect(hand.monitor.state).toMatchObject({ fault: { message: 'broken' }, isWhole: true });
    expect(hand.monitor.state.snapshots?.size).toBe(0);
    expect(hand.faults).toEqual(['look: broken']);
    void hand.monitor.refresh();
    expect(hand.monitor.state).toMatchObject({ fault: undefined, snapshots: undefined });
    await hand.answer();
    expect(hand.shown('chat')).toBe(1);
  });

  it('is not begun, and nothing is told, once the watch is closed', async () => {
    const hand = new Hand({
      everyMs: 100,
      sizes: () => ['chat'],
      details: () => [['chat', 'line']],
    });
    hand.monitor.setVisible(true);
    await hand.answer();
    void hand.monitor.look();
    void hand.monitor.look();
    await hand.waiting();
    const { changes } = hand;
    hand.monitor.close();
    while ((await hand.answer()) !== 'nothing');
    await hand.pass(10_000);
    expect(hand.changes).toBe(changes);
    expect(looks(hand)).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what was seen', () => {
  it('is shown again after a short pause, and not after a long one', async () => {
    for (const [ms, shown] of [
      [4_000, 1],
      [6_000, undefined],
    ] as const) {
      const hand = new Hand();
      hand.monitor.setVisible(true);
      await hand.answer();
      hand.monitor.setVisible(false);
      await hand.pass(ms);
      hand.monitor.setVisible(true);
      expect(hand.shown('chat')).toBe(shown);
      expect(await hand.waiting()).toEqual(['look']);
    }
  });

  it('is not shown after a pause also where that look is still under way', async () => {
    const hand = new Hand();
    hand.monitor.setVisible(true);
    await hand.waiting();
    hand.monitor.setVisible(false);
    await hand.pass(60_000);
    hand.monitor.setVisible(true);
    await hand.answer();
    expect(hand.shown('chat')).toBeUndefined();
    hand.moment = 2;
    await hand.answer();
    expect(hand.shown('chat')).toBe(1);
  });

  it('before a wake is not shown after it, and the look waits a moment', async () => {
    const hand = new Hand({ everyMs: 100 });
    hand.monitor.setVisible(true);
    await hand.answer();
    void hand.monitor.look();
    await hand.waiting();
    hand.monitor.wake();
    await hand.answer();
    expect(hand.monitor.state.snapshots).toBeUndefined();
    await hand.pass(2_900);
    expect(await hand.waiting()).toEqual([]);
    await hand.pass(100);
    expect(await hand.waiting()).toEqual(['look']);
  });

  it('by a request stays where the look under way began before, also where it is the first', async () => {
    const hand = new Hand();
    const { monitor } = hand;
    void monitor.look();
    await hand.waiting();
    hand.moment = 2;
    hand.here.clear();
    monitor.saw(hand.seen('chat'));
    await hand.answer();
    expect(hand.shown('chat')).toBe(2);
    expect(monitor.state.snapshots?.get('chat')?.presence).toBe('gone');
    expect(monitor.state.isWhole).toBe(false);
    hand.moment = 3;
    void monitor.look();
    await hand.answer();
    expect(hand.shown('chat')).toBe(3);
    expect(monitor.state.isWhole).toBe(true);
  });

  it('by a request alone shows no client of which nobody looked at the others', () => {
    const hand = new Hand();
    hand.monitor.saw(hand.seen('chat'));
    expect(hand.monitor.state.snapshots).toBeUndefined();
  });
});

describe('which clients are here', () => {
  const MEASURE = ['measure chat cache+leftover 1', 'measure work cache+leftover 1'] as const;

  it.each<[what: string, size: Known<Freeable>, isHere: boolean]>([
    ['with a file', known({ files: 1, bytes: 0 }), true],
    ['with more files than were counted', unknown('too-many'), true],
    ['without a file', known({ files: 0, bytes: 0 }), false],
  ])('is told by the files of each: one %s', async (_, size, isHere) => {
    const hand = new Hand();
    void hand.monitor.findInstalled();
    for (const what of MEASURE) expect(await hand.answer(0, size)).toBe(what);
    expect(hand.monitor.state.installed).toEqual(new Set(isHere ? ['chat', 'work'] : []));
    expect(hand.changes).toBe(1);
  });

  it('is told by their programs where files may not be looked at', async () => {
    const hand = new Hand();
    void hand.monitor.findInstalled();
    for (const what of ['installed chat', 'installed work']) {
      await hand.answer(0, unknown('not-looked'));
      expect(await hand.answer()).toBe(what);
    }
    expect(hand.monitor.state.installed).toEqual(new Set(['chat', 'work']));
  });
});
