import { asError } from '../../core/as-error.ts';
import { failure, known, unknown, type Known } from '../../core/known.ts';
import type { Account } from '../../core/listing.ts';
import type { StatusLine } from '../../core/receipt.ts';
import type { ClientSnapshot } from '../snapshot.ts';
import type { Detail, MonitorDeps } from './watch-options.ts';
import type { Details } from './watch-state.ts';

export interface DetailMonitorDeps extends Pick<
  MonitorDeps,
  'engine' | 'details' | 'hasLiveDetails' | 'onChange' | 'onDetailed' | 'onFault'
> {
  /** Undefined where nothing that was seen may be shown: then nothing is looked at either. */
  readonly snapshots: () => ReadonlyMap<string, ClientSnapshot> | undefined;
}

/** Sees what takes longer than a look, one after the other, and only what is shown. */
export class DetailMonitor implements Details {
  readonly memory = new Map<string, Known<number>>();
  readonly accounts = new Map<string, Known<readonly Account[]>>();
  readonly lines = new Map<string, Known<StatusLine>>();
  readonly #deps: DetailMonitorDeps;
  /** `what id` of what was seen and is not due again. */
  readonly #seen = new Set<string>();
  /** What is looked at now; old as soon as its client is forgotten. */
  #current: { readonly id: string; isOld: boolean } | undefined;
  #isLooking = false;

  constructor(deps: DetailMonitorDeps) {
    this.#deps = deps;
  }

  /** What was seen of this client, or of all, is old; also what is looked at just now. */
  forget(id?: string): void {
    const isOld = (one: string): boolean => id === undefined || one === id;
    for (const map of [this.memory, this.accounts, this.lines])
      for (const one of map.keys()) if (isOld(one)) map.delete(one);
    for (const one of this.#seen)
      if (isOld(one.slice(one.indexOf(' ') + 1))) this.#seen.delete(one);
    if (this.#current && isOld(this.#current.id)) this.#current.isOld = true;
  }

  /** Looks at all that is shown and due. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    if (this.#deps.hasLiveDetails) this.#seen.clear();
    try {
      for (let next = this.#due(); next; next = this.#due()) await this.#see(...next);
    } finally {
      this.#isLooking = false;
    }
    if (this.#deps.snapshots()) this.#deps.onDetailed?.();
  }

  #due(): readonly [id: string, what: Detail] | undefined {
    const shown = this.#deps.snapshots() && this.#deps.details?.();
    return shown?.find(([id, what]) => !this.#seen.has(`${what} ${id}`));
  }

  async #see(id: string, what: Detail): Promise<void> {
    const { engine, snapshots, onChange } = this.#deps;
    const current = (this.#current = { id, isOld: false });
    const snapshot = snapshots()?.get(id);
    let keep: () => unknown;
    if (what === 'accounts') {
      const found = await this.#orWhy(() => engine.accounts(id, 'in-passing'));
      keep = () => this.accounts.set(id, found);
    } else if (what === 'memory') {
      const found = await this.#orWhy(async () => snapshot && engine.memory(snapshot));
      keep = () => this.memory.set(id, found);
    } else {
      const line = async () => snapshot && known(await engine.statusLine(snapshot));
      const found = await this.#orWhy(line);
      keep = () => this.lines.set(id, found);
    }
    if (current.isOld) return;
    this.#seen.add(`${what} ${id}`);
    keep();
    onChange?.();
  }

  /** What was found, or why not: of a client that was not looked at nothing is known. */
  async #orWhy<T>(find: () => Promise<Known<T> | undefined>): Promise<Known<T>> {
    try {
      return (await find()) ?? unknown('not-looked');
    } catch (error) {
      this.#deps.onFault?.('details', asError(error));
      return failure(error);
    }
  }
}
