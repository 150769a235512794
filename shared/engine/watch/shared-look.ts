/** Looks that are shared: those who ask while one is under way share the next. */
export class SharedLook {
  readonly #look: () => Promise<void>;
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** A look that begins now or later, never one that had begun before: what changed until now is seen. */
  look(): Promise<void> {
    if (!this.#current) return this.#begin();
    const begin = (): Promise<void> => this.#begin();
    return (this.#next ??= this.#current.then(begin, begin));
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    return (this.#current = this.#look().finally(() => (this.#current = undefined)));
  }
}
