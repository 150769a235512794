import type { Client } from '../../shared/core/client.ts';
import { unknown, type Known, type Why } from '../../shared/core/known.ts';
import type { Observation } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import type { Sizes } from '../../shared/core/receipt.ts';
import { accounts, glances, memory, sizes, type Glance } from '../../shared/exit.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Details } from './facts.ts';

/** How often we look while a key is visible, in ms; one look costs some 40 ms of a core after a pause. */
const EVERY_MS = 20_000;
/** After this long without a look what was seen is no longer shown, in ms. */
const STALE_MS = 2 * EVERY_MS;
/** How often sizes are measured anew at most; and never more than this share of the time. */
const MEASURE_MS = 60_000;
const MEASURE_SHARE = 1 / 500;
/** After a wake everything is late: one look, and not at once, in ms. */
const WAKE_MS = 3_000;

const isTooMany = ({ code }: Why): boolean => code === 'too-many';

export interface Eyes {
  readonly machine: Machine;
  readonly clients: () => Promise<readonly Client[]>;
  /** The clients whose size a visible key shows. */
  readonly wanted: () => readonly string[];
  readonly onSeen: () => void;
  readonly onFault: (what: string, error: unknown) => void;
}

/** Looks for all keys at once: when asked, and on a slow timer while any key is visible. */
export class Looker {
  glances: ReadonlyMap<string, Glance> | undefined;
  readonly sizes = new Map<string, Known<Sizes>>();
  readonly details = new Map<string, Details>();
  readonly installed = new Set<string>();
  readonly #eyes: Eyes;
  #looking: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #measuring = false;
  #timer: NodeJS.Timeout | undefined;
  #visible = false;
  #lookedAt = -Infinity;
  /** When a request saw a client. */
  readonly #saw = new Map<string, number>();
  /** When a client's size may be measured again. */
  readonly #due = new Map<string, number>();

  constructor(eyes: Eyes) {
    this.#eyes = eyes;
  }

  /** While nothing is visible nobody looks; what was seen before that is not shown again later. */
  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    clearTimeout(this.#timer);
    if (!visible) return;
    if (this.#eyes.machine.now() - this.#lookedAt > STALE_MS) {
      this.glances = undefined;
      this.sizes.clear();
    }
    void this.look();
  }

  /** Waits a moment before it looks, as after a wake; what was seen before the sleep is not shown. */
  wake(): void {
    this.glances = undefined;
    this.#due.clear();
    clearTimeout(this.#timer);
    if (this.#visible) this.#later(WAKE_MS);
  }

  /**
   * A look that begins now or later, never one that had begun before: what changed until now is seen. Those
   * who ask while one is under way share the next.
   */
  look(): Promise<void> {
    if (this.#looking) return (this.#next ??= this.#looking.then(() => this.#begin()));
    return this.#begin();
  }

  /** A request saw one client, later than our last look at it. */
  saw(seen: Observation): void {
    const { client } = seen;
    if (!this.glances) return;
    this.glances = new Map(this.glances).set(client, { client, presence: presence(seen), seen });
    this.#saw.set(client, this.#eyes.machine.now());
  }

  /** The sizes of these clients may have changed. */
  changed(ids: readonly string[]): void {
    for (const id of ids) this.#due.delete(id);
  }

  /** Looks at memory and accounts of some clients: only when a person wants to see them. */
  async detail(ids: readonly string[]): Promise<void> {
    const { machine } = this.#eyes;
    for (const id of ids) this.details.delete(id);
    const room = { machine, clients: await this.#eyes.clients() };
    for (const id of ids) {
      const glance = this.glances?.get(id);
      this.details.set(id, {
        memory: glance ? await memory(room, glance) : unknown('not-looked'),
        accounts: await accounts(room, id),
      });
    }
    this.#eyes.onSeen();
  }

  /** Looks which clients have files here; one file is enough to know. */
  async findInstalled(): Promise<void> {
    const room = { machine: this.#eyes.machine, clients: await this.#eyes.clients() };
    for (const { id } of room.clients) {
      const size = await sizes(room, id, 1);
      const some = size.known ? size.value.bytes + size.value.leftovers > 0 : isTooMany(size.why);
      if (some) this.installed.add(id);
      else this.installed.delete(id);
    }
    this.#eyes.onSeen();
  }

  #begin(): Promise<void> {
    clearTimeout(this.#timer);
    this.#next = undefined;
    const looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#visible) this.#later(EVERY_MS);
    });
    return (this.#looking = looking);
  }

  async #look(): Promise<void> {
    const { machine, clients, onSeen, onFault } = this.#eyes;
    try {
      const began = machine.now();
      const looked = await glances({ machine, clients: await clients() });
      const before = this.glances;
      // What a request saw while we looked is newer than what we saw.
      const all = looked.map((one) =>
        (this.#saw.get(one.client) ?? -Infinity) > began ? (before?.get(one.client) ?? one) : one,
      );
      this.glances = new Map(all.map((one) => [one.client, one]));
      // Who came or went wrote files on the way.
      const news = all.filter((one) => before?.get(one.client)?.presence !== one.presence);
      this.changed(news.map((one) => one.client));
    } catch (error) {
      // A look that failed is no look: everything is unknown, and the next one may work again.
      this.glances = new Map();
      onFault('look', error);
    }
    this.#lookedAt = machine.now();
    onSeen();
    if (!this.#measuring) void this.#measure();
  }

  /** Sizes come after the look, because they may take seconds. */
  async #measure(): Promise<void> {
    const { machine, clients, wanted, onSeen, onFault } = this.#eyes;
    this.#measuring = true;
    for (const id of wanted()) {
      const began = machine.now();
      if (began < (this.#due.get(id) ?? -Infinity)) continue;
      try {
        this.sizes.set(id, await sizes({ machine, clients: await clients() }, id));
      } catch (error) {
        this.sizes.set(id, unknown('failed', String(error)));
        onFault(`sizes of ${id}`, error);
      }
      const took = machine.now() - began;
      this.#due.set(id, machine.now() + Math.max(MEASURE_MS, took / MEASURE_SHARE));
      onSeen();
    }
    this.#measuring = false;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    // Unref'd: a host that went away must not be outlived because of a look.
    this.#timer = setTimeout(() => void this.look(), ms).unref();
  }
}
