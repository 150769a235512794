/** At most ten pictures a second for each key, as Elgato asks for. */
const LEAST_MS = 100;

/** Sends a picture where it changed, the first at once, and the last of several too quick ones. */
export class Painter {
  readonly #send: (context: string, picture: string) => void;
  readonly #now: () => number;
  readonly #keys = new Map<string, Painted>();

  constructor(send: (context: string, picture: string) => void, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  paint(context: string, picture: string): void {
    const key: Painted = this.#keys.get(context) ?? { at: -Infinity };
    this.#keys.set(context, key);
    if (key.waiting !== undefined) {
      key.next = picture;
      return;
    }
    if (key.shown === picture) return;
    const rest = key.at + LEAST_MS - this.#now();
    if (rest <= 0) return this.#show(context, key, picture);
    key.next = picture;
    key.waiting = setTimeout(() => {
      key.waiting = undefined;
      if (key.next !== undefined && key.next !== key.shown) this.#show(context, key, key.next);
    }, rest).unref();
  }

  /** What the key shows now, as far as we sent it. */
  shown(context: string): string | undefined {
    const key = this.#keys.get(context);
    return key?.waiting === undefined ? key?.shown : key.next;
  }

  /** The key is not visible any more; when it comes back its host shows something else. */
  forget(context: string): void {
    clearTimeout(this.#keys.get(context)?.waiting);
    this.#keys.delete(context);
  }

  #show(context: string, key: Painted, picture: string): void {
    key.shown = picture;
    key.at = this.#now();
    this.#send(context, picture);
  }
}

interface Painted {
  shown?: string;
  next?: string;
  at: number;
  waiting?: NodeJS.Timeout | undefined;
}
