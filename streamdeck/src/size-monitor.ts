import { failure, map, type Known } from '../../shared/core/known.ts';
import type { Tier } from '../../shared/core/model.ts';
import type { Engine, Freeable } from '../../shared/engine/engine.ts';
import type { Sizes } from './deck-state.ts';

/** How often sizes are measured anew at most, in ms; and never more than this share of the time. */
const PAUSE_MS = 60_000;
const SHARE = 1 / 500;

const MORE: readonly Tier[] = ['leftover', 're-download'];

export interface SizeMonitorDeps {
  readonly engine: Engine;
  /** ms since 1970. */
  readonly now: () => number;
  /** The clients whose size a visible key shows. */
  readonly wanted: () => readonly string[];
  readonly onSeen: () => void;
  readonly onFault: (what: string, error: unknown) => void;
}

/** Measures what could be freed, one client after the other, because one may take seconds. */
export class SizeMonitor {
  readonly sizes = new Map<string, Known<Sizes>>();
  readonly #deps: SizeMonitorDeps;
  /** When a client was measured, and how long it may rest from then. */
  readonly #rests = new Map<string, { readonly at: number; readonly ms: number }>();
  /** Whose files changed while they were measured. */
  readonly #touched = new Set<string>();
  #measuring = false;

  constructor(deps: SizeMonitorDeps) {
    this.#deps = deps;
  }

  /** The files of a client changed: what was measured, or is being measured, is old. */
  changed(id: string): void {
    this.#rests.delete(id);
    this.#touched.add(id);
  }

  forget(): void {
    this.sizes.clear();
    this.#rests.clear();
  }

  /** Measures whatever is wanted and due. */
  async measure(): Promise<void> {
    const { engine, now: clock, wanted, onSeen, onFault } = this.#deps;
    if (this.#measuring) return;
    this.#measuring = true;
    try {
      for (const id of wanted()) {
        if (this.#isResting(id)) continue;
        this.#touched.delete(id);
        const began = clock();
        this.sizes.set(id, await both(engine, id));
        const now = clock();
        if (!this.#touched.has(id))
          this.#rests.set(id, { at: now, ms: Math.max(PAUSE_MS, (now - began) / SHARE) });
        onSeen();
      }
    } catch (error) {
      onFault('sizes', error);
    } finally {
      this.#measuring = false;
    }
  }

  #isResting(id: string): boolean {
    const rest = this.#rests.get(id);
    const ago = rest ? this.#deps.now() - rest.at : -1;
    return rest !== undefined && ago >= 0 && ago < rest.ms;
  }
}

/** The cache, and with it what comes again and what a bad exit left. */
async function both(engine: Engine, id: string): Promise<Known<Sizes>> {
  try {
    const cache = await engine.measure(id, ['cache']);
    if (!cache.known) return cache;
    const more = await engine.measure(id, ['cache', ...MORE]);
    return map(more, (all: Freeable) => ({ cache: cache.value, more: all }));
  } catch (error) {
    return failure(error);
  }
}
