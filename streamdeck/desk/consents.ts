import { readSettings } from '../src/settings.ts';
import type { Place } from './place.ts';
import { realClient } from './real.ts';

/** What a press of a place does: its action, on this client, with these settings. */
export function deedOf({ action, settings }: Pick<Place, 'action' | 'settings'>): string {
  const fields = Object.entries(readSettings(settings).settings).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return JSON.stringify([action, fields]);
}

/**
 * What a person allowed on real clients. A yes belongs to one deed at one appearance of a place: each start, move and
 * replacement gives a place another context, so that no yes outlives them.
 */
export class Consents {
  readonly #allowed = new Map<string, string>();
  /** What the dialog that is open shows: a yes counts for nothing else. */
  readonly #asked = new Map<string, string>();

  /** Whether the place may be pressed: it acts on nobody real, or exactly this was allowed. */
  has(place: Place): boolean {
    return (
      realClient(place.settings) === undefined || this.#allowed.get(place.context) === deedOf(place)
    );
  }

  ask(place: Place): void {
    this.#asked.set(place.context, deedOf(place));
  }

  /** Answers false where the place does something else by now than was asked. */
  allow(place: Place): boolean {
    const deed = deedOf(place);
    if (this.#asked.get(place.context) !== deed) return false;
    this.#asked.delete(place.context);
    this.#allowed.set(place.context, deed);
    return true;
  }

  /** Settings were saved: a yes to another deed is forgotten for good, also when they are set back. */
  changed(place: Place): void {
    if (this.#allowed.get(place.context) !== deedOf(place)) this.#allowed.delete(place.context);
    if (this.#asked.get(place.context) !== deedOf(place)) this.#asked.delete(place.context);
  }

  forget(context: string): void {
    this.#allowed.delete(context);
    this.#asked.delete(context);
  }

  clear(): void {
    this.#allowed.clear();
    this.#asked.clear();
  }
}
