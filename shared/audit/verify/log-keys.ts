import { readVkey, type Vkey } from '../vkey.ts';
import type { StrictLine } from './strict-line.ts';

/** A key of the log, and how it came to sign. */
export interface LogKey {
  /** Its vkey. */
  readonly key: string;
  /** The first line that it may sign. */
  readonly from: number;
  /** `began`: the first line names it. `rotated`: the key before it signed that. `replaced`: nobody did. */
  readonly how: 'began' | 'rotated' | 'replaced';
  /** How many lines it signed. */
  readonly lines: number;
}

/**
 * The keys that sign, one after another. A line of `began` and of `key-replaced` is signed by the key that it names; one
 * of `key-rotated` by the key before.
 */
export class LogKeys {
  readonly #list: { -readonly [name in keyof LogKey]: LogKey[name] }[] = [];
  #current: Vkey | undefined;

  /** The key that has signed this line; undefined where nothing says which. */
  keyOf({ said, sequence }: StrictLine): Vkey | undefined {
    if (said['statement'] === 'began' && sequence === 0) this.#take(said['key'], sequence, 'began');
    if (said['statement'] === 'key-replaced') this.#take(said['new'], sequence, 'replaced');
    return this.#current;
  }

  /** To be called with a line after its key was asked for. */
  after({ said, sequence }: StrictLine): void {
    const last = this.#list.at(-1);
    if (last) last.lines++;
    if (said['statement'] === 'key-rotated') this.#take(said['new'], sequence + 1, 'rotated');
  }

  /** The key of a log that does not begin with its first line. */
  begin(key: string, from: number): void {
    this.#take(key, from, 'began');
  }

  get list(): readonly LogKey[] {
    return this.#list;
  }

  #take(key: unknown, from: number, how: LogKey['how']): void {
    this.#current = typeof key === 'string' ? readVkey(key) : undefined;
    if (typeof key === 'string' && this.#current) this.#list.push({ key, from, how, lines: 0 });
  }
}

/**
 * Whether a log is by a key that somebody trusts: by the last one, or by one that it follows on by signatures. What a key
 * signed vouches for every line before. A key that is only named vouches for nothing: anybody may name it.
 */
export function isTrusted(keys: readonly LogKey[], trusted: readonly string[]): boolean {
  let is = false;
  for (const { key, how, lines } of keys)
    is = (lines > 0 && trusted.includes(key)) || (is && how === 'rotated');
  return is;
}
