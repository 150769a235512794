import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeckWorld } from './world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ANY = { client: 'any', confirm: false };
const done = (desk: DeckWorld): readonly string[] =>
  desk.receipts.map(({ request, client }) => `${request} ${client}`);

describe('a press on "whichever is running" before anybody has looked', () => {
  it.each([
    ['safe-exit', 'exit chat'],
    ['hide', 'hide chat'],
    ['force-exit', 'force chat'],
    ['dial', 'exit chat'],
  ])('on %s is carried out as soon as somebody has', async (action, request) => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', action, ANY);
    expect(desk.label('a')).toBe('any chat looking');
    desk.press('a');
    await desk.pass(5_000);
    expect(done(desk)).toEqual([request]);
  });

  it('counts once, however often it was pressed', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    for (let turn = 0; turn < 5; turn++) desk.press('a');
    await desk.pass(10_000);
    expect(done(desk)).toEqual(['exit chat']);
  });

  it('is for those whom the look saw, and after a wake for those who are there then', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    await desk.pass(100);
    desk.enter('polite', 2_000, 'work');
    desk.deck.wake();
    desk.press('a');
    await desk.pass(5_000);
    expect(done(desk).toSorted()).toEqual(['exit chat', 'exit work']);
  });

  it('counts also where the computer falls asleep and wakes during the look', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    desk.press('a');
    desk.deck.wake();
    await desk.pass(10_000);
    expect(done(desk)).toEqual(['exit chat']);
  });

  it.each([
    ['the key moves away', (desk: DeckWorld) => desk.deck.disappear('a')],
    [
      'its client becomes another',
      (desk: DeckWorld) => desk.deck.settings('a', { client: 'work' }),
    ],
    ['its deck is pulled out', (desk: DeckWorld) => desk.deck.unplugged('deck-1')],
  ])('comes to nothing where %s meanwhile', async (_, meanwhile) => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    desk.press('a');
    meanwhile(desk);
    await desk.pass(5_000);
    expect(done(desk)).toEqual([]);
  });

  it('asks nobody where the look fails', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.broken = true;
    desk.appear('a', 'safe-exit', ANY);
    desk.press('a');
    await desk.pass(5_000);
    expect(done(desk)).toEqual([]);
    expect(desk.label('a')).toBe('any chat unknown');
  });

  it('that only shows something waits for nothing', () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'status', ANY);
    desk.press('a');
    expect(desk.label('a')).toBe('any chat processes …');
  });
});

describe('a deck that is pulled out', () => {
  it('ends the holds of its own keys without a deed, and of no others', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.enter('deaf', 2_000, 'work');
    desk.appear('a', 'force-exit', { client: 'chat' });
    desk.appear('b', 'force-exit', { client: 'work' }, { device: 'deck-2' });
    await desk.pass(100);
    desk.deck.down('a');
    desk.deck.down('b');
    await desk.pass(500);
    desk.deck.unplugged('deck-1');
    expect(desk.label('a')).toBe('chat hold');
    await desk.pass(4_000);
    desk.deck.up('a');
    expect(done(desk)).toEqual(['force work']);
    expect(desk.label('a')).toBe('chat hold');
  });
});
