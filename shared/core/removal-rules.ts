import { editionsOn, type Client, type Edition, type FileRule } from './client.ts';
import type { Platform, Tier } from './model.ts';
import { anyName, quoteGlob } from './paths.ts';
import { PathClassifier, type Locks } from './path-classifier.ts';
import { pattern, GlobWalker, type Pattern } from './glob-walker.ts';
import { PLATFORMS } from './platforms.ts';

/** The second lock, as data: what no rule of any client can free. Compared without regard to case. */
export interface Protection {
  /** Names of files or folders that are protected wherever they stand. */
  readonly anywhere: readonly string[];
  /** Names that are protected below a client's data root only. */
  readonly belowRoot: readonly string[];
  /** Kinds of file, by name. */
  readonly names: readonly string[];
  /** Whole paths. */
  readonly paths: readonly string[];
}

/** A data root that exists on this computer: the name that globs use, and where it is. */
export interface FoundRoot {
  readonly name: string;
  /** Absolute, physical (no links in it), with forward slashes, without one at the end. */
  readonly path: string;
  /** A link of the person's leads to it. */
  readonly isLinked?: true;
}

/** Another client and where its data roots are: what it never gives up holds for everybody. */
export interface OtherClient {
  readonly client: Client;
  readonly roots: readonly FoundRoot[];
}

/** A rule of low confidence is for looking only. */
const removable = (rule: FileRule): boolean => rule.confidence !== 'low';

/** The editions of which anything may be removed here. */
const purgeable = (client: Client, platform: Platform): readonly Edition[] =>
  editionsOn(client, platform).filter((edition) => !edition.exitOnly);

/**
 * Both locks of a client as one sieve, standing at the top of the file system. Only what is to go is
 * looked for: folders in which nothing of these tiers can lie are closed.
 */
export function pathClassifier(
  client: Client,
  platform: Platform,
  roots: readonly FoundRoot[],
  protection: Protection,
  wanted: readonly Tier[],
  others: readonly OtherClient[] = [],
): PathClassifier {
  const { letters } = PLATFORMS[platform];
  const anchored = <T>(
    glob: string,
    says: T,
    { roots: all }: Pick<OtherClient, 'roots'>,
  ): readonly Pattern<T>[] => inRoots(glob, all).map((one) => pattern(one, letters, says));
  const rulesOf = (one: OtherClient): readonly Pattern<FileRule>[] =>
    purgeable(one.client, platform).flatMap((edition) =>
      edition.files.filter(removable).flatMap((rule) => anchored(rule.glob, rule, one)),
    );
  // What a client never gives up holds for all of its editions, also for those that only exit.
  const neverOf = (one: OtherClient): readonly Pattern<true>[] =>
    editionsOn(one.client, platform)
      .flatMap((edition) => edition.never)
      .flatMap((glob) => anchored(glob, true as const, one));
  const own = { client, roots };
  const paths = protection.paths.map((glob) => pattern(glob, 'insensitive', true as const));
  const { anywhere, belowRoot, names } = protection;
  const locks: Locks = {
    roots: new Set([...roots, ...others.flatMap((one) => one.roots)].map(({ path }) => path)),
    wanted: new Set(wanted),
    folder: { outside: anyName(anywhere), inside: anyName([...anywhere, ...belowRoot]) },
    file: {
      outside: anyName([...anywhere, ...names]),
      inside: anyName([...anywhere, ...belowRoot, ...names]),
    },
  };
  return PathClassifier.atTop(locks, {
    rules: GlobWalker.of(rulesOf(own)),
    never: GlobWalker.of([...[own, ...others].flatMap(neverOf), ...paths]),
    others: GlobWalker.of(others.flatMap(rulesOf)),
  });
}

/** `{root}/rest` for every place where this root is. */
function inRoots(glob: string, roots: readonly FoundRoot[]): readonly string[] {
  const [, name, rest] = /^\{([^{}]+)\}\/(.+)$/s.exec(glob) ?? [];
  return name === undefined || rest === undefined
    ? []
    : roots.filter((one) => one.name === name).map((one) => `${quoteGlob(one.path)}/${rest}`);
}
