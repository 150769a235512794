import { asError } from '../../core/as-error.ts';
import type { Observation } from '../../core/model.ts';
import type { Catalogue } from '../../store/store.ts';
import type { ClientSnapshot } from '../snapshot.ts';
import { DetailMonitor } from './detail-monitor.ts';
import { findInstalled } from './find-installed.ts';
import { SeenClients } from './seen-clients.ts';
import { SharedLook } from './shared-look.ts';
import { SizeMonitor } from './size-monitor.ts';
import type { MonitorDeps } from './watch-options.ts';
import type { WatchState } from './watch-state.ts';

/** As `WatchOptions` says, in ms, where a surface says nothing else. */
const STALE_MS = 5_000;
const WAKE_MS = 3_000;

/** Looks at all clients at once: when asked, and on a timer while anything is visible. */
export class ClientMonitor {
  readonly #deps: MonitorDeps;
  readonly #looks = new SharedLook(() => this.#look());
  readonly #seen = new SeenClients();
  readonly #sizes: SizeMonitor;
  readonly #details: DetailMonitor;
  #catalogue: Catalogue | undefined;
  #installed: ReadonlySet<string> = new Set();
  #fault: Error | undefined;
  #at = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #isVisible = false;
  #isClosed = false;
  /** Counts what made all that was seen before too old to be shown: a wake, a pause, the end. */
  #epoch = 0;

  constructor(deps: MonitorDeps) {
    this.#deps = deps;
    const snapshots = () => this.#seen.snapshots;
    const sizes = () => (snapshots() && deps.sizes?.()) ?? [];
    this.#sizes = new SizeMonitor({ ...deps, sizes });
    this.#details = new DetailMonitor({ ...deps, snapshots });
  }

  get state(): WatchState {
    const { snapshots, isWhole } = this.#seen;
    const { memory, accounts, lines } = this.#details;
    return {
      ...{ catalogue: this.#catalogue, snapshots, isWhole, at: this.#at, fault: this.#fault },
      ...{ sizes: this.#sizes.sizes, memory, accounts, lines, installed: this.#installed },
    };
  }

  /** While nothing is visible nobody looks; what was seen before that is not shown again later. */
  setVisible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    clearTimeout(this.#timer);
    if (!isVisible) return;
    const ago = this.#deps.now() - this.#at;
    if (ago < 0 || ago > (this.#deps.staleMs ?? STALE_MS)) this.#forget();
    void this.look();
  }

  /** Waits a moment before it looks, as after a wake; what was seen before the sleep is not shown. */
  wake(): void {
    this.#forget();
    this.lookIn(this.#deps.wakeMs ?? WAKE_MS);
  }

  /** Looks after this time, in ms, if anything is visible then. */
  lookIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isVisible) return;
    this.#timer = setTimeout(() => void this.look(), ms);
    if (!this.#deps.keepsAlive) this.#timer.unref();
  }

  /** Looks now or later; never throws: a failed look shows in the state. */
  async look(): Promise<WatchState> {
    await this.#looks.look();
    return this.state;
  }

  /** Looks at everything again, also at what takes longer to see. */
  refresh(): Promise<WatchState> {
    this.#details.forget();
    // A look that failed is not what is shown while the next one is under way.
    if (this.#fault) this.#seen.forget();
    this.#fault = undefined;
    this.#deps.onChange?.();
    return this.look();
  }

  /** Looks again at what takes longer to see of this client. */
  refreshDetails(id: string): void {
    this.#details.forget(id);
    this.#deps.onChange?.();
    void this.#details.look();
  }

  /** A request saw one client, later than our last look at it. */
  saw(seen: Observation): void {
    this.#seen.saw(seen);
    this.#details.forget(seen.client);
  }

  /** The files of this client changed. */
  changed(id: string): void {
    this.#sizes.changed(id);
  }

  /** Looks which clients have files or a program here. */
  async findInstalled(): Promise<void> {
    this.#installed = await findInstalled(this.#deps.engine);
    this.#deps.onChange?.();
  }

  /** Looks no more, and tells nothing of what is under way. */
  close(): void {
    this.#isClosed = true;
    this.setVisible(false);
    this.#forget();
  }

  #forget(): void {
    this.#epoch++;
    this.#seen.forget();
    this.#sizes.forget();
    this.#details.forget();
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    const { engine, now, everyMs, onChange, onFault } = this.#deps;
    const epoch = this.#epoch;
    this.#seen.lookBegins();
    let all: readonly ClientSnapshot[] = [];
    let fault: Error | undefined;
    try {
      this.#catalogue = await engine.catalogue();
      all = await engine.observe();
    } catch (error) {
      // A look that failed is no look: everything is unknown, and the next one may work again.
      fault = asError(error);
    }
    if (epoch !== this.#epoch) return;
    if (fault) onFault?.('look', fault);
    this.#fault = fault;
    for (const client of this.#seen.take(all)) {
      // A client that came or went wrote files on the way, and holds other memory.
      this.changed(client);
      this.#details.forget(client);
    }
    this.#at = now();
    onChange?.();
    void this.#sizes.measure();
    void this.#details.look();
    if (everyMs !== undefined) this.lookIn(everyMs);
  }
}
