import type { StrictLine } from './strict-line.ts';

/** A request that did not come to its end. */
export interface Interrupted {
  /** The line of its intent. */
  readonly sequence: number;
  /** ms since 1970. */
  readonly time: number;
  readonly request?: string;
  readonly client?: string;
  /** Its outcome says that it was interrupted; else there is no outcome: it is under way, or nobody wrote it since. */
  readonly isRecorded: boolean;
}

/** Which intents have an outcome. */
export class Requests {
  readonly #open = new Map<string, Interrupted>();
  readonly #interrupted: Interrupted[] = [];
  #intents = 0;

  take({ said, correlation = '', sequence, time }: StrictLine): void {
    const { phase, request, client } = said;
    if (phase === 'intent') {
      this.#intents++;
      this.#open.set(correlation, {
        ...{ sequence, time, isRecorded: false },
        ...(typeof request === 'string' ? { request } : {}),
        ...(typeof client === 'string' ? { client } : {}),
      });
    }
    if (phase !== 'outcome') return;
    const intent = this.#open.get(correlation);
    if (intent && said['interrupted'] === true)
      this.#interrupted.push({ ...intent, isRecorded: true });
    this.#open.delete(correlation);
  }

  get intents(): number {
    return this.#intents;
  }

  /** Those that did not come to their end, in the order of the log. */
  get interrupted(): readonly Interrupted[] {
    return [...this.#interrupted, ...this.#open.values()].sort((a, b) => a.sequence - b.sequence);
  }
}
