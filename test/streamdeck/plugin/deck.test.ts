import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { DeckWorld } from './world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a key', () => {
  it('says "looking" before anybody looked, and never a number that nobody counted', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    desk.appear('b', 'purge-cache');
    desk.appear('c', 'status');
    for (const context of ['a', 'b', 'c']) expect(desk.labels(context)).toEqual(['looking']);
    await desk.pass(50);
    expect(desk.label('a')).toBe('chat in tray');
  });

  it('is looked at once for all that appear at the same time', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    for (let at = 0; at < 15; at++) desk.appear(`key ${at}`, 'status');
    await desk.pass(50);
    expect(desk.looks).toBeLessThanOrEqual(2);
  });

  it('is looked at on a slow timer while it is visible, and not at all when it is not', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(85_000);
    expect(desk.looks).toBeGreaterThanOrEqual(4);
    expect(desk.looks).toBeLessThanOrEqual(7);
    desk.deck.disappear('a');
    const before = desk.looks;
    await desk.pass(600_000);
    expect(desk.looks).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that comes back after a while says "looking" again, not what was true then', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    desk.deck.disappear('a');
    await desk.pass(60_000);
    desk.appear('a', 'safe-exit');
    expect(desk.labels('a').at(-1)).toMatch(/looking/);
  });

  it('pauses three seconds after a wake, then looks once', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(200);
    const before = desk.looks;
    desk.deck.wake();
    expect(desk.label('a')).toMatch(/looking/);
    await desk.pass(2_900);
    expect(desk.looks).toBe(before);
    await desk.pass(200);
    expect(desk.looks).toBe(before + 1);
    expect(desk.label('a')).toBe('chat in tray');
  });

  it('is painted at most ten times a second, and only when its picture changed', async () => {
    const desk = new DeckWorld({ temper: 'slow' });
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    desk.press('a');
    await desk.pass(4_000);
    const times = desk.sent.map((one) => one.at);
    for (const [at, time] of times.entries())
      expect(time - (times[at - 10] ?? -Infinity)).toBeGreaterThanOrEqual(1_000);
    for (const [at, one] of desk.sent.entries())
      if (at > 0) expect(one.picture).not.toBe(desk.sent[at - 1]?.picture);
    const still = desk.sent.length;
    await desk.pass(30_000);
    expect(desk.sent.length).toBe(still);
  });

  it('lives on through a thousand looks that fail, says "unknown", and sees again afterwards', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.broken = true;
    desk.appear('a', 'safe-exit', { client: 'any' });
    desk.appear('b', 'safe-exit', { client: 'chat' });
    for (let at = 0; at < 1_000; at++) {
      desk.deck.look();
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(desk.looks).toBeGreaterThan(990);
    await desk.pass(200);
    expect(desk.label('a')).toMatch(/unknown/);
    expect(desk.label('b')).toMatch(/unknown/);
    desk.broken = false;
    desk.deck.look();
    await desk.pass(200);
    expect(desk.label('a')).toBe('chat in tray');
    expect(desk.label('b')).toBe('chat in tray');
  });

  it('of a client that nobody knows says "unknown", and its inspector says why', async () => {
    const desk = new DeckWorld();
    desk.appear('a', 'safe-exit', { client: 'elsewhere' });
    await desk.pass(50);
    expect(desk.label('a')).toBe('elsewhere unknown');
    desk.deck.hear('a', { ask: 'state' });
    expect(desk.told.at(-1)?.problems).toEqual(['no-such-client']);
  });

  it('with settings of an older version works with what it understands, and logs the rest', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'force-exit', { client: 'chat', holdMs: 'long', confirm: 1, old: true });
    await desk.pass(50);
    expect(desk.label('a')).toBe('chat hold');
    expect(desk.lines.join()).toContain('holdMs, confirm');
    desk.appear('b', 'safe-exit', null as unknown as object);
    await desk.pass(50);
    expect(desk.label('b')).toBe('chat in tray');
  });

  it('that is turned away from does not stop its request, and its receipt is kept', async () => {
    const desk = new DeckWorld({ temper: 'slow' });
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    desk.press('a');
    desk.deck.disappear('a');
    await desk.pass(10_000);
    expect(desk.receipts.map(({ verdict }) => verdict)).toEqual(['gone']);
  });

  it('that moves away while it is held ends nobody, however long it stays away', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'force-exit', { client: 'chat', holdMs: 500 });
    await desk.pass(100);
    desk.deck.down('a');
    await desk.pass(400);
    expect(desk.label('a')).toMatch(/keep holding/);
    desk.deck.disappear('a');
    await desk.pass(60_000);
    expect([desk.receipts, desk.world.deeds]).toEqual([[], []]);
  });

  it('speaks the language that was chosen, for all keys at once', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(50);
    desk.deck.hear('a', { say: 'language', language: 'zh_CN' });
    await desk.pass(200);
    expect(desk.label('a')).toContain('在托盘');
    expect(desk.saved).toContain('zh_CN');
  });

  it('does nothing where a policy file cannot be understood', async () => {
    const desk = new DeckWorld({ temper: 'polite', policy: undefined });
    desk.appear('a', 'safe-exit');
    await desk.pass(50);
    desk.press('a');
    await desk.pass(1_000);
    expect(desk.world.deeds).toEqual([]);
    expect(desk.label('a')).toBe('chat failed');
  });
});

describe('whichever is running', () => {
  const any = { client: 'any' };

  it('names the one that is there, counts several, and is gone when none is', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', any);
    await desk.pass(50);
    expect(desk.label('a')).toBe('chat in tray');
    desk.enter('polite', 2_000, 'work');
    desk.deck.look();
    await desk.pass(200);
    expect(desk.label('a')).toBe('2 clients in tray');
    desk.press('a');
    await desk.pass(3_000);
    expect(desk.label('a')).toBe('any chat gone');
    expect(desk.receipts.map(({ client }) => client).sort()).toEqual(['chat', 'work']);
  });

  it('is never gone where something could not be seen', async () => {
    const desk = new DeckWorld({ blind: { trayIcons: () => true } });
    desk.appear('a', 'safe-exit', any);
    await desk.pass(50);
    expect(desk.label('a')).toBe('any chat unknown');
  });
});

describe('a client that does not leave', () => {
  const deaf = async (policy = DEFAULT_POLICY): Promise<DeckWorld> => {
    const desk = new DeckWorld({ temper: 'deaf', policy });
    desk.appear('a', 'safe-exit');
    await desk.pass(50);
    desk.press('a');
    await desk.pass(12_000);
    return desk;
  };

  it('is "still here", and a hold is offered', async () => {
    const desk = await deaf();
    expect(desk.label('a')).toBe('chat still here hold: force');
  });

  it('is looked at again by a press within five seconds, and asked again by a later one', async () => {
    const desk = await deaf();
    const [first] = desk.receipts;
    expect(first?.verdict).toBe('still-running');
    desk.deck.down('a');
    await desk.pass(100);
    desk.deck.up('a');
    await desk.pass(1_000);
    expect(desk.receipts).toHaveLength(1);
    await desk.pass(6_000);
    desk.deck.down('a');
    await desk.pass(100);
    desk.deck.up('a');
    await desk.pass(12_000);
    expect(desk.receipts).toHaveLength(2);
  });

  it('is ended by a hold, whose release does not also press', async () => {
    const desk = await deaf();
    desk.deck.down('a');
    await desk.pass(1_600);
    desk.deck.up('a');
    await desk.pass(5_000);
    expect(desk.receipts.map(({ request }) => request)).toEqual(['exit', 'force']);
    expect(desk.receipts[1]).toMatchObject({ consent: { by: 'hold' }, only: [{}] });
    expect(desk.label('a')).toBe('chat gone');
  });

  it('is not offered to be ended where the policy forbids it', async () => {
    const desk = await deaf({ ...DEFAULT_POLICY, force: 'never' });
    expect(desk.label('a')).toBe('chat still here');
    desk.deck.down('a');
    await desk.pass(3_000);
    desk.deck.up('a');
    expect(desk.world.deeds.some(({ deed }) => deed === 'ended')).toBe(false);
  });

  it('is forgotten to be so once it was left and started anew', async () => {
    const desk = await deaf();
    desk.world.actors = [];
    desk.world.icons = [];
    desk.enter('polite', 5_000);
    desk.deck.look();
    await desk.pass(200);
    expect(desk.label('a')).toBe('chat in tray');
  });
});
