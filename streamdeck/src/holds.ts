import type { HoldTarget, Key } from './key.ts';

/** Keys that are held down, each with a timer of its own. */
export class Holds {
  readonly #now: () => number;
  readonly #onHeld: (key: Key, aim: HoldTarget) => void;
  /** Held keys; undefined where a hold leads nowhere and only the release counts. */
  readonly #held = new Map<string, NodeJS.Timeout | undefined>();

  constructor(now: () => number, onHeld: (key: Key, aim: HoldTarget) => void) {
    this.#now = now;
    this.#onHeld = onHeld;
  }

  /** It went down; with an aim it fires by itself when its time is over, at what was aimed at now. */
  begin(key: Key, aim: HoldTarget | undefined): void {
    this.cancel(key);
    const ms = key.settings.holdMs;
    if (aim) key.hold = { since: this.#now(), ms, aim };
    const fire = (): void => {
      this.cancel(key);
      if (aim) this.#onHeld(key, aim);
    };
    // Unref'd, as every timer here: a host that went away is not outlived.
    this.#held.set(key.context, aim && setTimeout(fire, ms).unref());
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
