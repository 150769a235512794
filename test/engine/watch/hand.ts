import { vi } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import type { Account } from '../../../shared/core/listing.ts';
import type { Observation } from '../../../shared/core/model.ts';
import { presence } from '../../../shared/core/presence.ts';
import type { StatusLine } from '../../../shared/core/receipt.ts';
import type { ClientSnapshot, Observer } from '../../../shared/engine/engine.ts';
import type { Freeable } from '../../../shared/engine/measure.ts';
import { ClientMonitor } from '../../../shared/engine/watch/client-monitor.ts';
import type { WatchOptions } from '../../../shared/engine/watch/watch-options.ts';
import { process_, seen } from '../../core/situations.ts';
import { CHAT, WORK } from '../../laws/stage.ts';

/** A question to the engine that waits for the hand of the test. */
export interface Pending {
  readonly what: string;
  readonly answer: (instead?: unknown) => void;
  readonly fail: (message: string) => void;
}

/**
 * An engine that answers when the test says so, and a clock that goes when the test says so. All that it sees
 * bears the moment of the question, so that a test can tell how old something is that is shown.
 */
export class Hand {
  /** One later at each thing that happens. */
  moment = 1;
  /** Of the clock, in ms. */
  now = 1_000_000;
  readonly here = new Set<string>(['chat']);
  readonly pending: Pending[] = [];
  readonly asked: string[] = [];
  readonly monitor: ClientMonitor;
  readonly faults: string[] = [];
  changes = 0;

  constructor(options: WatchOptions = {}) {
    this.monitor = new ClientMonitor({
      onChange: () => void this.changes++,
      onFault: (what, { message }) => void this.faults.push(`${what}: ${message}`),
      ...options,
      engine: this.engine,
      now: () => this.now,
    });
  }

  /** What a request, or a look, sees of a client at this moment. */
  seen(client: string): Observation {
    const processes = known(this.here.has(client) ? [process_(1_000)] : []);
    return seen({ client, processes, others: [process_(this.moment)] });
  }

  readonly engine: Observer = {
    catalogue: async () => ({ clients: [CHAT, WORK], faults: [], placeFaults: [] }),
    observe: () =>
      this.#ask(
        'look',
        ['chat', 'work'].map((id) => this.#snapshot(id)),
      ),
    status: () => Promise.reject(new Error('nobody asks that')),
    statusLine: (one) =>
      this.#ask(`line ${one.client}`, { client: one.client, bytes: momentOf(one) } as StatusLine),
    memory: (one) => this.#ask(`memory ${one.client}`, known(momentOf(one))),
    accounts: (id) =>
      this.#ask(`accounts ${id}`, known([{ name: String(this.moment) } as Account])),
    measure: (id, tiers, limit) => {
      const size: Freeable = { files: this.moment, bytes: this.moment };
      return this.#ask(`measure ${id} ${tiers.join('+')} ${limit ?? ''}`.trim(), known(size));
    },
    isInstalled: (id) => this.#ask(`installed ${id}`, true),
  };

  /** Lets the oldest question be answered, after all that was asked by now; says which it was. */
  async answer(at = 0, instead?: unknown): Promise<string> {
    await settle();
    const [one] = this.pending.splice(at, 1);
    one?.answer(instead);
    await settle();
    return one?.what ?? 'nothing';
  }

  async fail(message = 'broken'): Promise<void> {
    await settle();
    this.pending.shift()?.fail(message);
    await settle();
  }

  /** What waits for an answer. */
  async waiting(): Promise<readonly string[]> {
    await settle();
    return this.pending.map(({ what }) => what);
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    await vi.advanceTimersByTimeAsync(ms);
    await settle();
  }

  /** The moment at which what is shown of a client was seen. */
  shown(client: string): number | undefined {
    const one = this.monitor.state.snapshots?.get(client);
    return one && momentOf(one);
  }

  #snapshot(client: string): ClientSnapshot {
    const seen = this.seen(client);
    return { client, presence: presence(seen), seen };
  }

  #ask<T>(what: string, value: T): Promise<T> {
    this.asked.push(what);
    return new Promise((resolve, reject) => {
      const fail = (message: string): void => reject(new Error(message));
      const answer = (instead?: unknown): void => resolve((instead ?? value) as T);
      this.pending.push({ what, answer, fail });
    });
  }
}

export const momentOf = ({ seen }: Pick<ClientSnapshot, 'seen'>): number =>
  seen.others[0]?.pid ?? 0;

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
