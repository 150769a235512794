import type { Key } from './key.ts';

/** Keys that are held down, each with a timer of its own. */
export class Holds {
  readonly #now: () => number;
  readonly #onHeld: (key: Key) => void;
  /** Held keys; undefined where a hold leads nowhere and only the release counts. */
  readonly #held = new Map<string, NodeJS.Timeout | undefined>();

  constructor(now: () => number, onHeld: (key: Key) => void) {
    this.#now = now;
    this.#onHeld = onHeld;
  }

  /** It went down; with `leads` it fires by itself when its time is over. */
  begin(key: Key, leads: boolean): void {
    this.cancel(key);
    const ms = key.settings.holdMs;
    if (leads) key.hold = { since: this.#now(), ms };
    this.#held.set(key.context, leads ? setTimeout(() => this.#fire(key), ms).unref() : undefined);
  }

  /** It was released; true where that was a short press. */
  release(key: Key): boolean {
    return this.cancel(key);
  }

  /** It moved away or means something else now: neither hold nor press. */
  cancel(key: Key): boolean {
    const was = this.#held.has(key.context);
    clearTimeout(this.#held.get(key.context));
    this.#held.delete(key.context);
    key.hold = undefined;
    return was;
  }

  #fire(key: Key): void {
    this.cancel(key);
    this.#onHeld(key);
  }
}
