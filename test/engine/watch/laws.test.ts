import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detail } from '../../../shared/engine/engine.ts';
import { Hand, momentOf, settle } from './hand.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const CLIENTS = ['chat', 'work'] as const;
const DETAILS = ['memory', 'line', 'accounts'] as const;
const STALE_MS = 5_000;

type Event =
  | { readonly do: 'look' | 'refresh' | 'wake' | 'show' | 'hide' | 'fail' }
  | { readonly do: 'saw' | 'moves' | 'select' | 'changed'; readonly client: string }
  | { readonly do: 'answer'; readonly which: number }
  | { readonly do: 'pass'; readonly ms: number };

const plain = fc.constantFrom('look', 'refresh', 'wake', 'show', 'hide', 'fail');
const of = fc.constantFrom('saw', 'moves', 'select', 'changed');
const ms = fc.constantFrom(10, 1_000, 3_000, 6_000, 61_000);

/** What happens to a watch: in any order, and each answer whenever it comes. */
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: plain }) },
    { weight: 3, arbitrary: fc.record({ do: of, client: fc.constantFrom(...CLIENTS) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('answer'), which: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pass'), ms }) },
  ),
  { maxLength: 40, size: 'max' },
);

/** A watch, and since which moment what it shows of each client has to be. */
class Watched {
  selected = 'chat';
  readonly hand: Hand = new Hand({
    everyMs: 20_000,
    staleMs: STALE_MS,
    sizes: () => CLIENTS,
    details: () => DETAILS.map((what): [string, Detail] => [this.selected, what]),
    onChange: () => this.check(),
    onDetailed: () => this.check(),
  });
  readonly #requested = new Map<string, number>();
  #wake = 0;
  /** How many facts were shown, so that it is known that the law says something. */
  shown = 0;
  /** What was shown although it was too old. */
  readonly old: string[] = [];
  #isVisible = false;

  async play(event: Event): Promise<void> {
    const { hand } = this;
    const { monitor } = hand;
    hand.moment++;
    switch (event.do) {
      case 'look':
      case 'refresh':
        void monitor[event.do]();
        break;
      case 'wake':
        this.#wake = hand.moment;
        monitor.wake();
        break;
      case 'show':
        if (hand.now - monitor.state.at > STALE_MS && !this.#isVisible) this.#wake = hand.moment;
        this.#isVisible = true;
        monitor.setVisible(true);
        break;
      case 'hide':
        this.#isVisible = false;
        monitor.setVisible(false);
        break;
      case 'saw':
        this.#requested.set(event.client, hand.moment);
        monitor.saw(hand.seen(event.client));
        break;
      case 'moves':
        if (!hand.here.delete(event.client)) hand.here.add(event.client);
        break;
      case 'select':
        this.selected = event.client;
        monitor.refreshDetails(event.client);
        break;
      case 'changed':
        monitor.changed(event.client);
        break;
      case 'answer':
        await hand.answer(event.which);
        break;
      case 'fail':
        await hand.fail();
        break;
      case 'pass':
        await hand.pass(event.ms);
    }
    this.check();
  }

  check(): void {
    const { snapshots, memory, accounts, lines, sizes } = this.hand.monitor.state;
    for (const client of CLIENTS) {
      const least = Math.max(this.#wake, this.#requested.get(client) ?? 0);
      const snapshot = snapshots?.get(client);
      this.#isSince(least, snapshot && momentOf(snapshot));
      this.#isSince(least, valueIn(memory.get(client)));
      this.#isSince(least, valueIn(lines.get(client))?.bytes ?? undefined);
      const [account] = valueIn(accounts.get(client)) ?? [];
      this.#isSince(least, account && Number(account.name));
      // Sizes are counted more rarely: what a purge left is shown by its result.
      this.#isSince(this.#wake, valueIn(sizes.get(client))?.cache.files);
    }
  }

  #isSince(least: number, moment: number | undefined): void {
    if (moment === undefined) return;
    this.shown++;
    if (moment < least) this.old.push(`of ${moment}, before ${least}`);
  }
}

const valueIn = <T>(fact: { known: true; value: T } | { known: false } | undefined) =>
  fact?.known ? fact.value : undefined;

describe('in any order of looks, requests, wakes and answers', () => {
  it('what is shown of a client is not older than what a request saw, nor than a wake or a pause', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const watched = new Watched();
        watched.hand.monitor.setVisible(true);
        await watched.play({ do: 'show' });
        for (const event of all) await watched.play(event);
        expect(watched.old).toEqual([]);
        shown += watched.shown;
        watched.hand.monitor.close();
        vi.clearAllTimers();
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(1_000);
  });

  it('a look that was asked for begins at that moment or later', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const hand = new Hand();
        const looks: Promise<{ readonly asked: number; readonly saw: number | undefined }>[] = [];
        for (const event of all) {
          const asked = ++hand.moment;
          if (event.do === 'answer') await hand.answer();
          else looks.push(hand.monitor.look().then(() => ({ asked, saw: hand.shown('chat') })));
          await settle();
        }
        while ((await hand.answer()) !== 'nothing');
        for (const { asked, saw } of await Promise.all(looks))
          expect(saw).toBeGreaterThanOrEqual(asked);
        count += looks.length;
      }),
      { numRuns: 100 },
    );
    expect(count).toBeGreaterThan(50);
  });
});
