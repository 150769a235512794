import type { Edition, FileRule } from './client.ts';
import { editionsOn, type Client } from './client.ts';
import type { Platform, Tier } from './model.ts';
import { pathTest, quoteGlob, type Case, type PathTest } from './paths.ts';

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
}

/** A rule at one place of its root, ready to be walked: `glob` is relative to `root`. */
export interface Selection {
  readonly root: string;
  readonly glob: string;
}

/** What may be said of a file: its tier, that it is protected, or that we know nothing: then it stays. */
export type FileJudge = (path: string) => Tier | 'protected' | undefined;

/** Dearest first: where two rules name one file, the one that protects more decides. */
const DEAREST: readonly Tier[] = ['messages', 'your-files', 're-download', 'leftover', 'cache'];

const removable = (rule: FileRule): boolean => rule.confidence !== 'low';

/** The editions of which anything may be removed here. */
const purgeable = (client: Client, platform: Platform): readonly Edition[] =>
  editionsOn(client, platform).filter((edition) => !edition.exitOnly);

/** Where to look for the files of these tiers: only what a rule of the client names (first lock). */
export const selections = (
  client: Client,
  platform: Platform,
  roots: readonly FoundRoot[],
  tiers: readonly Tier[],
): readonly Selection[] =>
  purgeable(client, platform).flatMap((edition) =>
    edition.files
      .filter((rule) => removable(rule) && tiers.includes(rule.tier))
      .flatMap((rule) => anchored(rule.glob, roots)),
  );

/**
 * Judges single files by both locks: protected names and the client's own `never` come first, then the
 * dearest rule that names the file. A rule of low confidence frees nothing.
 */
export function fileJudge(
  client: Client,
  platform: Platform,
  roots: readonly FoundRoot[],
  protection: Protection,
): FileJudge {
  const letters: Case = platform === 'linux' ? 'sensitive' : 'insensitive';
  const absolute = (glob: string): readonly PathTest[] =>
    anchored(glob, roots).map((one) => pathTest(`${quoteGlob(one.root)}/${one.glob}`, letters));
  // What a client never gives up holds for all of its editions, also for those that only exit.
  const never = editionsOn(client, platform).flatMap((edition) => edition.never.flatMap(absolute));
  const rules = purgeable(client, platform).flatMap((edition) =>
    edition.files
      .filter(removable)
      .map((rule) => ({ tier: rule.tier, globs: absolute(rule.glob) })),
  );
  const isProtected = protectedBy(protection, roots);
  return (path) => {
    if (isProtected(path) || never.some((glob) => glob.test(path))) return 'protected';
    const tiers = new Set(
      rules.filter((rule) => rule.globs.some((glob) => glob.test(path))).map((rule) => rule.tier),
    );
    return DEAREST.find((tier) => tiers.has(tier));
  };
}

function protectedBy(
  protection: Protection,
  roots: readonly FoundRoot[],
): (path: string) => boolean {
  const any = (globs: readonly string[]): readonly PathTest[] =>
    globs.map((glob) => pathTest(glob, 'insensitive'));
  const anywhere = any(protection.anywhere);
  const belowRoot = any(protection.belowRoot);
  const names = any(protection.names);
  const paths = any(protection.paths);
  const hit = (globs: readonly PathTest[], parts: readonly string[]): boolean =>
    parts.some((part) => globs.some((glob) => glob.test(part)));
  return (path) => {
    const parts = path.split('/');
    const below = roots
      .filter((root) => path.startsWith(`${root.path}/`))
      .map((root) => path.slice(root.path.length + 1).split('/'));
    return (
      hit(anywhere, parts) ||
      hit(names, parts.slice(-1)) ||
      below.some((rest) => hit(belowRoot, rest)) ||
      paths.some((glob) => glob.test(path))
    );
  };
}

/** `{root}/rest` for every place where this root is. */
function anchored(glob: string, roots: readonly FoundRoot[]): readonly Selection[] {
  const [, name, rest] = /^\{([^{}]+)\}\/(.+)$/s.exec(glob) ?? [];
  if (name === undefined || rest === undefined) return [];
  return roots
    .filter((root) => root.name === name)
    .map((root) => ({ root: root.path, glob: rest }));
}
