import type { FileRule } from './client.ts';
import type { Tier } from './model.ts';
import { globTest, type PathTest } from './paths.ts';
import type { GlobWalker } from './glob-walker.ts';

/** Names that are protected, outside and inside of a data root. */
interface Names {
  readonly outside: PathTest;
  readonly inside: PathTest;
}

/** What is the same everywhere on one sieve. */
export interface Locks {
  readonly roots: ReadonlySet<string>;
  /** What is looked for; of the rest it need only be known that it is something else. */
  readonly wanted: ReadonlySet<Tier>;
  readonly folder: Names;
  readonly file: Names;
}

/** Dearest first: where two rules name one file, the one that protects more decides. */
const DEAREST: readonly Tier[] = ['messages', 'your-files', 're-download', 'leftover', 'cache'];

/** What is no regular file needs a rule of its own kind. */
export type Special = 'socket' | { readonly link: string };

/**
 * Both locks as they hold in one folder. One step leads to the folder inside, so that a file is judged
 * by its name alone: `path` is where we stand, for the data roots.
 */
export class PathClassifier {
  readonly path: string;
  private readonly locks: Locks;
  private readonly rules: GlobWalker<FileRule>;
  private readonly never: GlobWalker<true>;
  /** What rules of other clients say: a file costs as much as the dearest. */
  private readonly others: GlobWalker<FileRule>;
  private readonly isInside: boolean;
  private readonly isProtected: boolean;
  private compiled: Compiled | undefined;

  private constructor(
    from: Pick<PathClassifier, 'path'> & { readonly locks: Locks },
    { rules, never, others }: GlobWalkers,
    held: { readonly isInside: boolean; readonly isProtected: boolean },
  ) {
    this.path = from.path;
    this.locks = from.locks;
    this.rules = rules;
    this.never = never;
    this.others = others;
    this.isInside = held.isInside || from.locks.roots.has(from.path);
    this.isProtected = held.isProtected;
  }

  static atTop(locks: Locks, walkers: GlobWalkers): PathClassifier {
    const held = { isInside: false, isProtected: false };
    return new PathClassifier({ path: '', locks }, walkers, held);
  }

  /** Nothing that is wanted can lie here or below. */
  get isClosed(): boolean {
    return this.isProtected || !this.rules.ahead.some((rule) => this.locks.wanted.has(rule.tier));
  }

  /** A rule names everything below, so that the folder itself is the client's to lose. */
  get isNamed(): boolean {
    return this.here.every !== undefined;
  }

  /** Whether a file or folder of this name here is worth a look. */
  mayMean(name: string): boolean {
    const { every, some } = this.here;
    return (
      every !== undefined || some.some((one) => one.name.test(name)) || !this.enter(name).isClosed
    );
  }

  enter(name: string): PathClassifier {
    const { locks, isInside } = this;
    // Windows paths begin with a drive, all others with a slash.
    const path = this.path === '' && /^[A-Za-z]:$/.test(name) ? name : `${this.path}/${name}`;
    const isProtected =
      this.isProtected ||
      locks.folder[isInside ? 'inside' : 'outside'].test(name) ||
      this.here.never === 'all';
    const [rules, never] = [this.rules.enter(name), this.never.enter(name)];
    const others = this.others.enter(name);
    return new PathClassifier({ path, locks }, { rules, never, others }, { isInside, isProtected });
  }

  /** What may be said of a regular file of this name here. */
  judge(name: string): Tier | 'protected' | undefined {
    const { never, every, some } = this.here;
    if (this.protects(name, never)) return 'protected';
    let found = every;
    for (const one of some)
      if (one.rule.is === undefined && one.name.test(name)) found = dearer(found, one.rule.tier);
    if (found === undefined || this.others.isEmpty) return found;
    for (const { tier } of this.others.all) found = dearer(found, tier);
    for (const { name: test, says } of this.others.some)
      if (test.test(name)) found = dearer(found, says.tier);
    return found;
  }

  /** The same for a socket, or a link whose text is given. Only a rule for just that frees it. */
  judgeSpecial(name: string, special: Special): Tier | 'protected' | undefined {
    const { never, some } = this.here;
    if (this.protects(name, never)) return 'protected';
    return some
      .filter((one) => one.name.test(name) && fits(one.rule, special))
      .reduce<Tier | undefined>((found, one) => dearer(found, one.rule.tier), undefined);
  }

  /** What matters to the files right here, worked out once. */
  private get here(): Compiled {
    const { rules, never } = this;
    return (this.compiled ??= {
      every: rules.all
        .filter((rule) => rule.is === undefined)
        .reduce<Tier | undefined>((found, rule) => dearer(found, rule.tier), undefined),
      some: rules.some.map(({ name, says }) => ({ name, rule: says })),
      never: never.all.length > 0 ? 'all' : never.some.map(({ name }) => name),
    });
  }

  private protects(name: string, never: Compiled['never']): boolean {
    const { file } = this.locks;
    return (
      this.isProtected ||
      never === 'all' ||
      (this.isInside ? file.inside : file.outside).test(name) ||
      never.some((one) => one.test(name))
    );
  }
}

/** All that is followed from folder to folder. */
export interface GlobWalkers {
  readonly rules: GlobWalker<FileRule>;
  readonly never: GlobWalker<true>;
  readonly others: GlobWalker<FileRule>;
}

interface Compiled {
  /** The tier of everything that no other rule names. */
  readonly every: Tier | undefined;
  readonly some: readonly { readonly name: PathTest; readonly rule: FileRule }[];
  readonly never: 'all' | readonly PathTest[];
}

const dearer = (one: Tier | undefined, other: Tier): Tier =>
  one !== undefined && DEAREST.indexOf(one) < DEAREST.indexOf(other) ? one : other;

const fits = ({ is }: FileRule, special: Special): boolean =>
  special === 'socket' || is === undefined || is === 'socket'
    ? is === special
    : globTest(is.link, 'sensitive').test(special.link);
