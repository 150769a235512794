/** At most this many pictures a second for each key, as Elgato asks for. */
const MOST = 10;
const SECOND_MS = 1_000;

interface Painted {
  shown?: string;
  /** What is to be shown once it may. */
  next?: string | undefined;
  waiting?: NodeJS.Timeout | undefined;
  /** When the last pictures were sent, the oldest first. */
  readonly sent: number[];
}

/**
 * Sends a picture where it changed: at once as long as it may, so that what moves slowly leaves room for what
 * happens suddenly; and of too many the last.
 */
export class Painter {
  readonly #send: (context: string, picture: string) => void;
  readonly #now: () => number;
  readonly #keys = new Map<string, Painted>();

  constructor(send: (context: string, picture: string) => void, now: () => number) {
    this.#send = send;
    this.#now = now;
  }

  paint(context: string, picture: string): void {
    const key: Painted = this.#keys.get(context) ?? { sent: [] };
    this.#keys.set(context, key);
    if (key.waiting !== undefined) {
      key.next = picture;
      return;
    }
    if (key.shown === picture) return;
    const [oldest] = key.sent;
    const rest =
      key.sent.length < MOST || oldest === undefined
        ? 0
        : // A clock that was set back must not make anybody wait for it.
          Math.min(SECOND_MS, oldest + SECOND_MS - this.#now());
    if (rest <= 0) return this.#show(context, key, picture);
    key.next = picture;
    // Unref'd, as every timer here: nobody is kept alive for a picture.
    key.waiting = setTimeout(() => {
      key.waiting = undefined;
      const { next } = key;
      key.next = undefined;
      if (next !== undefined) this.paint(context, next);
    }, rest).unref();
  }

  /** What the key shows, or is about to. */
  shown(context: string): string | undefined {
    const key = this.#keys.get(context);
    return key?.next ?? key?.shown;
  }

  /** The key is not visible any more; when it comes back its host shows something else. */
  forget(context: string): void {
    clearTimeout(this.#keys.get(context)?.waiting);
    this.#keys.delete(context);
  }

  #show(context: string, key: Painted, picture: string): void {
    key.shown = picture;
    key.sent.push(this.#now());
    if (key.sent.length > MOST) key.sent.shift();
    this.#send(context, picture);
  }
}
