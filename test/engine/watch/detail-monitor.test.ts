import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detail } from '../../../shared/engine/engine.ts';
import { Hand } from './hand.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const DETAILS = ['memory', 'line', 'accounts'] as const;

/** A hand with one client selected, as a view has it. */
async function selecting(client: string, hasLiveDetails = false) {
  const shown = { client };
  const passes: number[] = [];
  const hand: Hand = new Hand({
    details: () => DETAILS.map((what): [string, Detail] => [shown.client, what]),
    hasLiveDetails,
    onDetailed: () => void passes.push(hand.moment),
  });
  const look = async (): Promise<void> => {
    void hand.monitor.look();
    expect(await hand.answer()).toBe('look');
  };
  await look();
  return { hand, shown, look, passes };
}

async function answerAll(hand: Hand): Promise<readonly string[]> {
  const all: string[] = [];
  for (let one = await hand.answer(); one !== 'nothing'; one = await hand.answer()) all.push(one);
  return all;
}

describe('details', () => {
  it('are seen one after the other, and each is shown when it is there', async () => {
    const { hand, passes } = await selecting('chat');
    for (const what of DETAILS) {
      expect(await hand.waiting()).toEqual([`${what} chat`]);
      expect(passes).toEqual([]);
      await hand.answer();
    }
    const { memory, lines, accounts } = hand.monitor.state;
    expect([memory.get('chat'), lines.get('chat')?.known, accounts.get('chat')?.known]).toEqual([
      { known: true, value: 1 },
      true,
      true,
    ]);
    expect(passes).toEqual([1]);
  });

  it('are not seen further of a client that is not shown any more', async () => {
    const { hand, shown } = await selecting('chat');
    shown.client = 'work';
    expect(await answerAll(hand)).toEqual([
      'memory chat',
      ...DETAILS.map((what) => `${what} work`),
    ]);
  });

  it('are seen again when their client came or went, and not by every look', async () => {
    const { hand, look } = await selecting('chat');
    await answerAll(hand);
    await look();
    expect(await hand.waiting()).toEqual([]);
    hand.here.clear();
    await look();
    expect(hand.monitor.state.memory.has('chat')).toBe(false);
    expect(await answerAll(hand)).toHaveLength(3);
  });

  it('are seen again by every look where they are live, and shown until then', async () => {
    const { hand, look, passes } = await selecting('chat', true);
    await answerAll(hand);
    hand.moment = 2;
    await look();
    expect(hand.monitor.state.memory.get('chat')).toEqual({ known: true, value: 1 });
    expect(await answerAll(hand)).toHaveLength(3);
    expect(hand.monitor.state.memory.get('chat')).toEqual({ known: true, value: 2 });
    expect(passes).toEqual([1, 2]);
  });

  it('are seen again when somebody asks, without what was known before', async () => {
    const { hand } = await selecting('chat');
    await answerAll(hand);
    hand.monitor.refreshDetails('chat');
    expect(hand.monitor.state.lines.size).toBe(0);
    expect(await answerAll(hand)).toEqual(DETAILS.map((what) => `${what} chat`));
  });

  it('that a request, a wake or a new look made old are not shown, but seen again', async () => {
    const { hand } = await selecting('chat');
    await hand.waiting();
    hand.moment = 2;
    hand.monitor.saw(hand.seen('chat'));
    await hand.answer();
    expect(hand.monitor.state.memory.has('chat')).toBe(false);
    expect(await hand.waiting()).toEqual(['memory chat']);
    await hand.answer();
    expect(hand.monitor.state.memory.get('chat')).toEqual({ known: true, value: 2 });
    await hand.waiting();
    hand.monitor.wake();
    await answerAll(hand);
    expect([...hand.monitor.state.memory, ...hand.monitor.state.lines]).toEqual([]);
  });

  it('that cannot be seen say why, and the next is seen all the same', async () => {
    const { hand } = await selecting('chat');
    await hand.fail('no memory');
    expect(hand.monitor.state.memory.get('chat')).toEqual({
      known: false,
      why: { code: 'failed', detail: 'no memory' },
    });
    expect(hand.faults).toEqual(['details: no memory']);
    expect(await hand.waiting()).toEqual(['line chat']);
  });

  it('of a client that no look saw are not known', async () => {
    const { hand } = await selecting('nobody');
    expect(await answerAll(hand)).toEqual(['accounts nobody']);
    const why = { known: false, why: { code: 'not-looked' } };
    expect(hand.monitor.state.memory.get('nobody')).toEqual(why);
    expect(hand.monitor.state.lines.get('nobody')).toEqual(why);
  });
});
