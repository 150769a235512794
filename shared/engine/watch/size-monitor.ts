import { asError } from '../../core/as-error.ts';
import { failure, map, type Known } from '../../core/known.ts';
import type { Tier } from '../../core/model.ts';
import type { Observer } from '../observer.ts';
import type { MonitorDeps } from './watch-options.ts';
import type { ClientSizes } from './watch-state.ts';

/** How long a client rests after its sizes were measured, in ms; and measuring takes no more than this share of the time. */
const PAUSE_MS = 60_000;
const SHARE = 1 / 500;

const MORE: readonly Tier[] = ['leftover', 're-download'];

export type SizeMonitorDeps = Pick<
  MonitorDeps,
  'engine' | 'now' | 'sizes' | 'onChange' | 'onFault'
>;

/** A client that is measured now: old where it may not be shown, touched where its files changed. */
interface Measuring {
  readonly id: string;
  isOld?: true;
  isTouched?: true;
}

/** Measures what could be freed, one client after the other, because one may take seconds. */
export class SizeMonitor {
  readonly sizes = new Map<string, Known<ClientSizes>>();
  readonly #deps: SizeMonitorDeps;
  /** When a client was measured, and how long it may rest from then. */
  readonly #rests = new Map<string, { readonly at: number; readonly ms: number }>();
  #current: Measuring | undefined;
  #isMeasuring = false;

  constructor(deps: SizeMonitorDeps) {
    this.#deps = deps;
  }

  /** The files of a client changed: it is measured again, and until then what was measured is shown. */
  changed(id: string): void {
    this.#rests.delete(id);
    if (this.#current?.id === id) this.#current.isTouched = true;
  }

  forget(): void {
    this.sizes.clear();
    this.#rests.clear();
    if (this.#current) this.#current.isOld = true;
  }

  /** Measures what is shown and due. */
  async measure(): Promise<void> {
    if (this.#isMeasuring) return;
    this.#isMeasuring = true;
    try {
      const done = new Set<string>();
      const due = (): string | undefined =>
        this.#deps.sizes?.().find((id) => !done.has(id) && !this.#isResting(id));
      for (let id = due(); id !== undefined; id = due()) if (await this.#one(id)) done.add(id);
    } catch (error) {
      this.#deps.onFault?.('sizes', asError(error));
    } finally {
      this.#isMeasuring = false;
    }
  }

  /** Whether what was measured may be shown. */
  async #one(id: string): Promise<boolean> {
    const { engine, now, onChange } = this.#deps;
    const current: Measuring = (this.#current = { id });
    const began = now();
    const found = await both(engine, id);
    if (current.isOld) return false;
    this.sizes.set(id, found);
    const at = now();
    const ms = Math.max(PAUSE_MS, (at - began) / SHARE);
    if (!current.isTouched) this.#rests.set(id, { at, ms });
    onChange?.();
    return true;
  }

  #isResting(id: string): boolean {
    const rest = this.#rests.get(id);
    const ago = rest ? this.#deps.now() - rest.at : -1;
    return rest !== undefined && ago >= 0 && ago < rest.ms;
  }
}

/** The cache, and with it what comes again and what a bad exit left. */
async function both(engine: Observer, id: string): Promise<Known<ClientSizes>> {
  try {
    const cache = await engine.measure(id, ['cache']);
    if (!cache.known) return cache;
    const more = await engine.measure(id, ['cache', ...MORE]);
    return map(more, (all) => ({ cache: cache.value, more: all }));
  } catch (error) {
    return failure(error);
  }
}
