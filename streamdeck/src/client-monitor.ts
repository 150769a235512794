import { unknown, type Known, type Why } from '../../shared/core/known.ts';
import type { Account } from '../../shared/core/listing.ts';
import type { Observation } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import type { ClientSnapshot, Engine } from '../../shared/engine/engine.ts';
import type { Catalogue } from '../../shared/store/store.ts';
import type { Sizes } from './deck-state.ts';
import { SizeMonitor } from './size-monitor.ts';

/** How often we look while a key is visible, in ms; one look costs some 40 ms of a core after a pause. */
const EVERY_MS = 20_000;
/** Whoever comes back after this long sees nothing of what was seen before, in ms. */
const STALE_MS = 5_000;
/** After a wake everything is late: one look, and not at once, in ms. */
const WAKE_MS = 3_000;

/** What a key may show beyond a look. */
export type Detail = 'memory' | 'accounts';

export interface MonitorDeps {
  readonly engine: Engine;
  /** ms since 1970. */
  readonly now: () => number;
  readonly catalogue: () => Promise<Catalogue>;
  /** The clients whose size a visible key shows. */
  readonly wanted: () => readonly string[];
  /** The details that visible keys show, by client. */
  readonly detailed: () => readonly (readonly [id: string, what: Detail])[];
  readonly onSeen: () => void;
  readonly onFault: (what: string, error: unknown) => void;
}

/** Looks for all keys at once: when asked, and on a slow timer while any key is visible. */
export class ClientMonitor {
  snapshots: ReadonlyMap<string, ClientSnapshot> | undefined;
  /** Whether one look saw all of them: one after the other says nothing of who came in between. */
  isWhole = false;
  readonly memory = new Map<string, Known<number>>();
  readonly accounts = new Map<string, Known<readonly Account[]>>();
  readonly installed = new Set<string>();
  readonly #deps: MonitorDeps;
  readonly #sizes: SizeMonitor;
  #looking: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #visible = false;
  #lookedAt = -Infinity;
  /** Counts the wakes: what began before one is not shown after it. */
  #wakes = 0;
  /** Whom a request saw while the present look was under way. */
  readonly #saw = new Set<string>();
  #detailing = false;

  constructor(deps: MonitorDeps) {
    this.#deps = deps;
    this.#sizes = new SizeMonitor(deps);
  }

  get sizes(): ReadonlyMap<string, Known<Sizes>> {
    return this.#sizes.sizes;
  }

  /** While nothing is visible nobody looks; what was seen before that is not shown again later. */
  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    clearTimeout(this.#timer);
    if (!visible) return;
    const ago = this.#deps.now() - this.#lookedAt;
    if (ago < 0 || ago > STALE_MS) this.#forget();
    void this.look();
  }

  /** Waits a moment before it looks, as after a wake; what was seen before the sleep is not shown. */
  wake(): void {
    this.#wakes++;
    this.#forget();
    this.lookIn(WAKE_MS);
  }

  /** Looks after this time, in ms, if any key is visible then. */
  lookIn(ms: number): void {
    clearTimeout(this.#timer);
    // Unref'd: a host that went away must not be outlived because of a look.
    if (this.#visible) this.#timer = setTimeout(() => void this.look(), ms).unref();
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
    this.#saw.add(client);
    this.isWhole = false;
    if (!this.snapshots) return;
    this.snapshots = new Map(this.snapshots).set(client, {
      client,
      presence: presence(seen),
      seen,
    });
  }

  /** The files of this client changed. */
  changed(id: string): void {
    this.#sizes.changed(id);
  }

  /** Looks which clients have files here; one file is enough to know. Where that would raise a question, their programs do. */
  async findInstalled(): Promise<void> {
    const { engine, catalogue } = this.#deps;
    for (const { id } of (await catalogue()).clients) {
      const size = await engine.measure(id, ['cache', 'leftover'], 1);
      const isHere = size.known
        ? size.value.files > 0
        : isTooMany(size.why) || (await engine.isInstalled(id));
      if (isHere) this.installed.add(id);
      else this.installed.delete(id);
    }
    this.#deps.onSeen();
  }

  /** Looks at what the pages show that keys are turned to. */
  async detail(): Promise<void> {
    if (this.#detailing) return;
    this.#detailing = true;
    try {
      const { engine } = this.#deps;
      for (const [id, what] of this.#deps.detailed()) {
        const snapshot = this.snapshots?.get(id);
        if (what === 'accounts') this.accounts.set(id, await engine.accounts(id, 'in-passing'));
        else this.memory.set(id, snapshot ? await engine.memory(snapshot) : unknown('not-looked'));
        this.#deps.onSeen();
      }
    } catch (error) {
      this.#deps.onFault('details', error);
    } finally {
      this.#detailing = false;
    }
  }

  #forget(): void {
    this.snapshots = undefined;
    this.memory.clear();
    this.accounts.clear();
    this.#sizes.forget();
  }

  #begin(): Promise<void> {
    clearTimeout(this.#timer);
    this.#next = undefined;
    const wakes = this.#wakes;
    const looking = this.#look(wakes).finally(() => {
      this.#looking = undefined;
      if (wakes === this.#wakes) this.lookIn(EVERY_MS);
    });
    return (this.#looking = looking);
  }

  async #look(wakes: number): Promise<void> {
    const { engine, now, catalogue, onSeen, onFault } = this.#deps;
    this.#saw.clear();
    let all: readonly ClientSnapshot[] = [];
    try {
      await catalogue();
      all = await engine.observe();
    } catch (error) {
      // A look that failed is no look: everything is unknown, and the next one may work again.
      onFault('look', error);
    }
    if (wakes !== this.#wakes) return;
    this.#take(all);
    this.#lookedAt = now();
    onSeen();
    void this.#sizes.measure();
    void this.detail();
  }

  #take(all: readonly ClientSnapshot[]): void {
    const before = this.snapshots;
    // What a request saw while we looked is newer than what we saw.
    const newest = (one: ClientSnapshot): ClientSnapshot =>
      this.#saw.has(one.client) ? (before?.get(one.client) ?? one) : one;
    this.snapshots = new Map(all.map((one) => [one.client, newest(one)]));
    this.isWhole = this.#saw.size === 0;
    for (const [client, one] of this.snapshots) {
      if (before?.get(client)?.presence === one.presence) continue;
      // Who came or went wrote files on the way, and holds other memory.
      this.changed(client);
      this.memory.delete(client);
      this.accounts.delete(client);
    }
  }
}

const isTooMany = ({ code }: Why): boolean => code === 'too-many';
