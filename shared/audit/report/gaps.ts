import { text, type LoggedEvent } from '../export/read-event.ts';

/** Something in the log that an auditor asks about: where the line of the log is, and when it was written. */
export type Gap = { readonly line: number; readonly at?: number } & (
  | { readonly code: 'unread' }
  | { readonly code: 'missing'; readonly first: number; readonly last: number }
  | { readonly code: 'clock-back'; readonly ms: number }
  | { readonly code: 'pruned'; readonly first: number }
  | { readonly code: 'lines-missing'; readonly first: number; readonly known: number }
  | { readonly code: 'torn'; readonly bytes: number }
  | { readonly code: 'key-rotated' | 'key-replaced'; readonly key: string }
);

/** Programs beside each other wait for the lock of the log: their times may be so far out of order. */
const WAITED_MS = 10_000;

/** Finds the gaps of a log, line by line. */
export class Gaps {
  readonly list: Gap[] = [];
  #next: number | undefined;
  #latest = Number.NEGATIVE_INFINITY;

  /** A line; undefined where it is none of a log. */
  take(event: LoggedEvent | undefined): void {
    if (!event) {
      this.list.push({ code: 'unread', line: this.#next ?? 0 });
      if (this.#next !== undefined) this.#next++;
      return;
    }
    const { sequence: line, time: at } = event.place;
    if (this.#next !== undefined && line > this.#next)
      this.list.push({ code: 'missing', line, at, first: this.#next, last: line - 1 });
    this.#next = line + 1;
    if (this.#latest - at > WAITED_MS)
      this.list.push({ code: 'clock-back', line, at, ms: this.#latest - at });
    // From here on the clock counts as it stands now: one step back is one gap.
    this.#latest = this.#latest - at > WAITED_MS ? at : Math.max(this.#latest, at);
    this.#statement(event);
  }

  #statement({ place, said }: LoggedEvent): void {
    const of = { line: place.sequence, at: place.time };
    switch (said['statement']) {
      case 'pruned':
        return this.#add({ ...of, code: 'pruned', first: number(said['first']) });
      case 'lines-missing':
        return this.#add({
          ...{ ...of, code: 'lines-missing' },
          ...{ first: number(said['first']), known: number(said['known']) },
        });
      case 'torn':
        return this.#add({ ...of, code: 'torn', bytes: number(said['bytes']) });
      case 'key-rotated':
      case 'key-replaced':
        return this.#add({ ...of, code: said['statement'], key: text(said['new']) });
    }
  }

  #add(gap: Gap): void {
    this.list.push(gap);
  }
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
