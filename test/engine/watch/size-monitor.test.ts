import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hand } from './hand.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const BOTH = ['measure chat cache', 'measure chat cache+leftover+re-download'];

/** A hand whose surface shows the size of one client, after a first look. */
async function sizing(): Promise<{ hand: Hand; look: () => Promise<readonly string[]> }> {
  const hand = new Hand({ sizes: () => ['chat'] });
  const look = async (): Promise<readonly string[]> => {
    void hand.monitor.look();
    await hand.answer();
    return hand.waiting();
  };
  expect(await look()).toEqual([BOTH[0]]);
  return { hand, look };
}

const measured = async (hand: Hand): Promise<void> => {
  for (const what of BOTH) expect(await hand.answer()).toBe(what);
};
const shown = ({ monitor }: Hand): number | undefined => {
  const size = monitor.state.sizes.get('chat');
  return size?.known ? size.value.more.files : undefined;
};

describe('sizes', () => {
  it('are measured once a minute at most', async () => {
    const { hand, look } = await sizing();
    await measured(hand);
    expect(shown(hand)).toBe(1);
    await hand.pass(59_000);
    expect(await look()).toEqual([]);
    await hand.pass(1_000);
    expect(await look()).toEqual([BOTH[0]]);
  });

  it('of many files are measured the less often', async () => {
    const { hand, look } = await sizing();
    await hand.pass(10_000);
    await measured(hand);
    await hand.pass(500 * 10_000 - 1_000);
    expect(await look()).toEqual([]);
    await hand.pass(1_000);
    expect(await look()).toEqual([BOTH[0]]);
  });

  it('of files that changed are measured at the next look, and shown until then', async () => {
    const { hand, look } = await sizing();
    await measured(hand);
    hand.monitor.changed('chat');
    hand.moment = 2;
    expect(await look()).toEqual([BOTH[0]]);
    expect(shown(hand)).toBe(1);
    hand.monitor.changed('chat');
    await measured(hand);
    expect(shown(hand)).toBe(2);
    expect(await look()).toEqual([BOTH[0]]);
  });

  it('that a wake came into are not shown, but measured again after the look', async () => {
    const { hand, look } = await sizing();
    hand.monitor.wake();
    await measured(hand);
    expect(shown(hand)).toBeUndefined();
    hand.moment = 2;
    expect(await look()).toEqual([BOTH[0]]);
    await measured(hand);
    expect(shown(hand)).toBe(2);
  });

  it('that a wake and a look came into are measured again at once', async () => {
    const { hand, look } = await sizing();
    hand.monitor.wake();
    hand.moment = 2;
    void hand.monitor.look();
    await hand.answer(1);
    await measured(hand);
    expect(shown(hand)).toBeUndefined();
    await measured(hand);
    expect(shown(hand)).toBe(2);
    expect(await look()).toEqual([]);
  });

  it('that cannot be seen are not known, and say why', async () => {
    const { hand } = await sizing();
    await hand.fail('no disk');
    expect(hand.monitor.state.sizes.get('chat')).toEqual({
      known: false,
      why: { code: 'failed', detail: 'no disk' },
    });
  });
});
