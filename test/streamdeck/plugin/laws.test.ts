import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BEHAVIOURS } from '../../../shared/machine/simulated/behaviours.ts';
import { SILHOUETTES } from '../../../streamdeck/src/face/silhouettes.ts';
import { DeckWorld } from './world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  // A look that is under way sets its next timer, which has to be one of this clock.
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
});

const ACTIONS = ['safe-exit', 'force-exit', 'purge-cache', 'status', 'hide', 'dial'] as const;
/** Half of the keys are for whichever is running. */
const ANY: ReadonlySet<string> = new Set(['status', 'force-exit', 'safe-exit']);
/** How long a key is held by default until it acts. */
const HOLD_MS = 1_500;
const KEYS = ACTIONS.map((action, at) => ({ context: `key ${at}`, action }));

type Event =
  | { readonly do: 'down' | 'up' | 'press' | 'hold' | 'leave'; readonly key: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'look' | 'wake' | 'come' | 'work' }
  | { readonly do: 'turn'; readonly ticks: number };

/** What happens at the keys, as something that a person can read when it fails. */
const events = fc.array<Event>(
  fc.oneof<fc.WeightedArbitrary<Event>[]>(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('down' as const), key: fc.nat(5) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('up' as const), key: fc.nat(5) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), key: fc.nat(5) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), key: fc.nat(5) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('pass' as const),
        ms: fc.integer({ min: 10, max: 3_000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), key: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'wake' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('turn' as const),
        ticks: fc.integer({ min: -3, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('come' as const, 'work' as const) }),
    },
  ),
  { maxLength: 20, size: 'max' },
);

/** Plays an evening; `longest` is the longest that any key was held without being released. */
async function play(desk: DeckWorld, evening: readonly Event[]): Promise<{ longest: number }> {
  const since = new Map<string, number>();
  let longest = 0;
  const end = (context: string): void => {
    const began = since.get(context);
    if (began !== undefined) longest = Math.max(longest, desk.world.now - began);
    since.delete(context);
  };
  const place = (at: number): (typeof KEYS)[number] =>
    KEYS[at] ?? { context: 'key 0', action: 'safe-exit' };
  const show = ({ context, action }: (typeof KEYS)[number]): void =>
    desk.appear(context, action, { client: ANY.has(action) ? 'any' : 'chat' });
  KEYS.forEach(show);
  let pid = 3_000;
  for (const event of evening) {
    if (event.do === 'pass') await desk.pass(event.ms);
    else if (event.do === 'look') desk.deck.look();
    else if (event.do === 'wake') desk.deck.wake();
    else if (event.do === 'turn') desk.deck.turn('key 5', event.ticks);
    else if (event.do === 'come') desk.enter('polite', (pid += 10));
    else if (event.do === 'work') desk.enter('deaf', (pid += 10), 'work');
    else if ('key' in event) {
      const { context } = place(event.key);
      if (event.do === 'down' || event.do === 'press' || event.do === 'hold') {
        if (!since.has(context)) since.set(context, desk.world.now);
        desk.deck.down(context);
      }
      if (event.do === 'hold') await desk.pass(HOLD_MS + 100);
      if (event.do === 'up' || event.do === 'press' || event.do === 'hold') {
        end(context);
        desk.deck.up(context);
      }
      if (event.do === 'leave') {
        end(context);
        desk.deck.disappear(context);
        show(place(event.key));
      }
    }
  }
  for (const { context } of KEYS) {
    end(context);
    desk.deck.up(context);
  }
  return { longest };
}

const tempers = fc.constantFrom(...BEHAVIOURS);
const runs = { numRuns: 60 };

describe('whatever a person does at the keys', () => {
  it('no key says "gone" unless the last look saw nobody', async () => {
    let gone = 0;
    await fc.assert(
      fc.asyncProperty(tempers, events, async (temper, evening) => {
        const desk = new DeckWorld({ temper });
        await play(desk, evening);
        await desk.pass(15_000);
        for (const { label, here } of desk.sent) {
          if (label === 'any chat gone') expect(here).toEqual([]);
          const [, client = ''] = /^(chat|work) gone$/.exec(label) ?? [];
          expect(here).not.toContain(client);
          if (/ gone$/.test(label)) gone++;
        }
      }),
      runs,
    );
    expect(gone).toBeGreaterThan(20);
  });

  it('every key shows the silhouette of its action, and whom it is for as soon as anybody looked', async () => {
    const shapes = Object.entries(SILHOUETTES);
    const shown = new Set<string>();
    await fc.assert(
      fc.asyncProperty(tempers, events, async (temper, evening) => {
        const desk = new DeckWorld({ temper });
        await play(desk, evening);
        await desk.pass(15_000);
        for (const { context, label, picture } of desk.sent) {
          const document = decodeURIComponent(picture);
          const drawn = shapes.filter(([, { body }]) => document.includes(`d="${body}"`));
          const own = KEYS.find((key) => key.context === context)?.action;
          expect(drawn.map(([action]) => action)).toEqual([own]);
          // Before the catalogue was read nobody has a name.
          if (label !== 'looking')
            expect(label).toMatch(/^(?:chat|work|any chat|2 clients)(?: |$)/);
          shown.add(`${String(own)}: ${label.replace(/\d.*/, '')}`);
        }
      }),
      runs,
    );
    // The evenings must have led through many states.
    expect(shown.size).toBeGreaterThan(40);
  });

  it('no root is ended by force unless a key was held for its time', async () => {
    let [short, ended] = [0, 0];
    await fc.assert(
      fc.asyncProperty(tempers, events, async (temper, evening) => {
        const desk = new DeckWorld({ temper });
        const { longest } = await play(desk, evening);
        await desk.pass(15_000);
        const forced = desk.receipts.filter(({ request }) => request === 'force');
        if (longest < HOLD_MS) {
          short++;
          expect(forced).toEqual([]);
        }
        if (forced.length > 0) ended++;
        // Who is ended was named by a ring: alone, or as one of several.
        for (const { client } of forced)
          expect(
            desk.sent.some(({ label }) =>
              new RegExp(`^(${client}|\\d clients) (keep holding|hold longer)`).test(label),
            ),
          ).toBe(true);
      }),
      runs,
    );
    expect(short).toBeGreaterThan(5);
    expect(ended).toBeGreaterThan(2);
  });

  it('no key is painted more than ten times in any second, nor twice with the same picture', async () => {
    let busy = 0;
    await fc.assert(
      fc.asyncProperty(tempers, events, async (temper, evening) => {
        const desk = new DeckWorld({ temper });
        await play(
          desk,
          evening.filter((event) => event.do !== 'leave'),
        );
        for (const { context } of KEYS) {
          const sent = desk.sent.filter((one) => one.context === context);
          for (const [at, one] of sent.entries()) {
            expect(one.at - (sent[at - 10]?.at ?? -Infinity)).toBeGreaterThanOrEqual(1_000);
            expect(one.picture).not.toBe(sent[at - 1]?.picture);
          }
          if (sent.length > 10) busy++;
        }
      }),
      runs,
    );
    expect(busy).toBeGreaterThan(10);
  });

  it('no timer is left when no key is visible and every request has ended', async () => {
    await fc.assert(
      fc.asyncProperty(tempers, events, async (temper, evening) => {
        vi.clearAllTimers();
        const desk = new DeckWorld({ temper });
        await play(desk, evening);
        for (const { context } of KEYS) desk.deck.disappear(context);
        await desk.pass(40_000);
        expect(vi.getTimerCount()).toBe(0);
        const { looks } = desk;
        await desk.pass(60_000);
        expect(desk.looks).toBe(looks);
      }),
      runs,
    );
  });
});
