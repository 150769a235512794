import type { HoldTarget, Key } from './key.ts';

/** Keys that are held down, each with a timer of its own. */
export class Holds {
  readonly #now: () => number;
  readonly #onHeld: (key: Key, target: HoldTarget) => void;
  /** Held keys; undefined where a hold leads nowhere and only the release counts. */
  readonly #held = new Map<string, NodeJS.Timeout | undefined>();

  constructor(now: () => number, onHeld: (key: Key, target: HoldTarget) => void) {
    this.#now = now;
    this.#onHeld = onHeld;
  }

  /** It went down; with a target it fires by itself when its time is over. */
  begin(key: Key, target: HoldTarget | undefined): void {
    this.cancel(key);
    const ms = key.settings.holdMs;
    if (target) key.hold = { since: this.#now(), ms, target };
    const fire = (): void => {
      this.cancel(key);
      if (target) this.#onHeld(key, target);
    };
    // Unref'd, as every timer here: a host that went away is not outlived.
    this.#held.set(key.context, target && setTimeout(fire, ms).unref());
  }

  /** Neither hold nor press any more: released, moved away, or meaning something else. True where it was held. */
  cancel(key: Key): boolean {
    const was = this.#held.has(key.context);
    clearTimeout(this.#held.get(key.context));
    this.#held.delete(key.context);
    key.hold = undefined;
    return was;
  }
}
