import { text, type LoggedEvent } from '../export/read-event.ts';
import type { Span } from './span.ts';
import { isWithin } from './span.ts';
import { rowOf, type RequestRow } from './row.ts';

/** Joins intents with their outcomes, for the requests that began or ended within a period. */
export class RequestsOf {
  readonly #open = new Map<string, LoggedEvent>();
  readonly #rows: RequestRow[] = [];
  readonly #span: Span;

  constructor(span: Span) {
    this.#span = span;
  }

  take(event: LoggedEvent): void {
    const { phase } = event.said;
    if (phase === 'summary') this.#add(undefined, event);
    if (phase !== 'intent' && phase !== 'outcome') return;
    const key = keyOf(event);
    const before = this.#open.get(key);
    if (phase === 'intent') {
      // A second intent of the same request leaves the first without an outcome.
      this.#add(before, undefined);
      this.#open.set(key, event);
      return;
    }
    this.#open.delete(key);
    this.#add(before, event);
  }

  /** The rows, in the order of the log. */
  rows(): readonly RequestRow[] {
    for (const intent of this.#open.values()) this.#add(intent, undefined);
    this.#open.clear();
    return [...this.#rows].sort((a, b) => placeOf(a) - placeOf(b));
  }

  #add(intent: LoggedEvent | undefined, outcome: LoggedEvent | undefined): void {
    const times = [intent, outcome].flatMap((one) => (one ? [one.place.time] : []));
    const row = rowOf(intent, outcome);
    if (row && times.some((at) => isWithin(this.#span, at))) this.#rows.push(row);
  }
}

const placeOf = ({ intent, outcome }: RequestRow): number => intent ?? outcome ?? 0;

/** A request for several clients may have one name for all of them. */
const keyOf = ({ event, said }: LoggedEvent): string =>
  JSON.stringify([event.metadata.correlation_uid, text(said['client'])]);
