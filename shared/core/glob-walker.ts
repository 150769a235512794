import { globTest, type Case, type PathTest } from './paths.ts';

/** One name of a glob: `**` for any number of folders. */
type Part = '**' | PathTest;

/** A glob over whole paths, taken apart at its slashes, and what it says of the paths that it names. */
export interface Pattern<T> {
  readonly parts: readonly Part[];
  readonly says: T;
}

/** `**` must stand alone between slashes. */
export const pattern = <T>(glob: string, letters: Case, says: T): Pattern<T> => ({
  parts: namesIn(glob).map((part) => (part === '**' ? part : nameTest(part, letters))),
  says,
});

/** The names of a path; the empty one before the first slash is none. */
export const namesIn = (path: string): readonly string[] =>
  path.split('/').filter((name, at) => at > 0 || name !== '');

function nameTest(part: string, letters: Case): PathTest {
  if (letters === 'sensitive' && !/[*?[]/.test(part)) return { test: (name) => name === part };
  let compiled: PathTest | undefined;
  return { test: (name) => (compiled ??= globTest(part, letters)).test(name) };
}

interface Step<T> {
  readonly pattern: Pattern<T>;
  readonly at: number;
}

/**
 * Follows many globs at once from folder to folder, so that a file is judged by the few that still
 * matter where it lies, and a folder in which none can match is not even read.
 */
export class GlobWalker<T> {
  private readonly steps: readonly Step<T>[];

  private constructor(steps: readonly Step<T>[]) {
    this.steps = steps;
  }

  /** At the top, before any name. */
  static of<T>(patterns: readonly Pattern<T>[]): GlobWalker<T> {
    return new GlobWalker(patterns.flatMap((one) => reach(one, 0)));
  }

  /** Nothing is said here or below. */
  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  /** What may still be said of something below. */
  get ahead(): readonly T[] {
    return this.steps.map((step) => step.pattern.says);
  }

  /** What is said of everything below, whatever it is called. */
  get all(): readonly T[] {
    return this.last.filter(({ part }) => part === '**').map(({ says }) => says);
  }

  /** What is said of a file here only if its name fits. */
  get some(): readonly { readonly name: PathTest; readonly says: T }[] {
    return this.last.flatMap(({ part, says }) => (part === '**' ? [] : [{ name: part, says }]));
  }

  /** One folder further. */
  enter(name: string): GlobWalker<T> {
    if (this.steps.length === 0) return this;
    const next = this.steps.flatMap(({ pattern: one, at }) => {
      const part = one.parts[at];
      if (part === '**') return reach(one, at);
      return part?.test(name) && at + 1 < one.parts.length ? reach(one, at + 1) : [];
    });
    return new GlobWalker(
      next.filter((step, at) => next.findIndex((other) => same(step, other)) === at),
    );
  }

  private get last(): readonly { readonly part: Part; readonly says: T }[] {
    return this.steps.flatMap(({ pattern: { parts, says }, at }) => {
      const part = parts[at];
      return part !== undefined && at === parts.length - 1 ? [{ part, says }] : [];
    });
  }
}

const same = <T>(one: Step<T>, other: Step<T>): boolean =>
  one.pattern === other.pattern && one.at === other.at;

/** A place in a glob, and those behind it that are reached without any name. */
function reach<T>(one: Pattern<T>, at: number): readonly Step<T>[] {
  const here = { pattern: one, at };
  return one.parts[at] === '**' && at + 1 < one.parts.length
    ? [here, ...reach(one, at + 1)]
    : [here];
}
