/** One place in a glob: a letter (as a test), or something that may take many letters. */
type Part =
  | { readonly is: 'letter'; readonly test: (letter: string) => boolean }
  /** `*`: any letters of one name. */
  | { readonly is: 'name' }
  /** `**`: any letters at all. */
  | { readonly is: 'all' }
  /** The same as a whole number of folders; `inside` one of them it has to end first. */
  | { readonly is: 'folders' }
  | { readonly is: 'inside' };

/**
 * A glob that reads each letter of a path once, whatever the path and the glob: the places that it may be at
 * are a set. A regular expression with many stars would try every way to share the letters among them.
 */
export class LinearGlob {
  readonly #parts: readonly Part[];
  /** How many places were looked at, ever: letters times parts at most. */
  steps = 0;

  /** `pieces` as `globPieces` cuts them; each letter is compared by a regular expression with `flags`. */
  constructor(pieces: readonly string[], flags: string) {
    this.#parts = pieces.flatMap((piece) => partsOf(piece, flags));
  }

  test(path: string): boolean {
    let now = this.#closed([0]);
    for (const letter of path) {
      if (now.size === 0) return false;
      const next: number[] = [];
      for (const at of now) {
        this.steps++;
        next.push(...after(this.#parts[at], at, letter));
      }
      now = this.#closed(next);
    }
    return now.has(this.#parts.length);
  }

  /** With all places that are reached without a letter. */
  #closed(from: readonly number[]): ReadonlySet<number> {
    const all = new Set<number>();
    for (const start of from)
      for (let at = start; !all.has(at);) {
        all.add(at);
        const is = this.#parts[at]?.is;
        if (is === 'name' || is === 'all') at++;
        else if (is === 'folders') at += 2;
      }
    return all;
  }
}

function after(part: Part | undefined, at: number, letter: string): readonly number[] {
  switch (part?.is) {
    case undefined:
      return [];
    case 'letter':
      return part.test(letter) ? [at + 1] : [];
    case 'name':
      return letter === '/' ? [] : [at];
    case 'all':
      return [at];
    case 'folders':
      return [letter === '/' ? at : at + 1];
    case 'inside':
      return [letter === '/' ? at - 1 : at];
  }
}

function partsOf(piece: string, flags: string): readonly Part[] {
  if (piece === '[^/]*') return [{ is: 'name' }];
  if (piece === '.*') return [{ is: 'all' }];
  if (piece === '(?:[^/]*/)*') return [{ is: 'folders' }, { is: 'inside' }];
  const one = new RegExp(`^${piece}$`, flags);
  return [{ is: 'letter', test: (letter) => one.test(letter) }];
}
