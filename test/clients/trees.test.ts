import { describe, expect, it } from 'vitest';
import { CATALOGUE, CATALOGUE_IDS } from '../../shared/clients/index.ts';
import { PROTECTED } from '../../shared/clients/protected.ts';
import { editionsOn } from '../../shared/core/client.ts';
import type { FoundRoot } from '../../shared/core/removal-rules.ts';
import type { Platform } from '../../shared/core/model.ts';
import { globToRegExp, quoteGlob } from '../../shared/core/paths.ts';
import { PLACES, PLATFORMS, split } from './examples.ts';
import {
  disputed,
  KNOWN_DISAGREEMENTS,
  leavesAt,
  pathAt,
  rootsAt,
  treeOf,
  type Fate,
} from './trees/index.ts';
import { fileJudge } from '../core/file-judge.ts';

const TREES = CATALOGUE_IDS.flatMap((id) =>
  PLATFORMS.filter((platform) => editionsOn(CATALOGUE[id], platform).length > 0).map(
    (platform) => ({
      id,
      platform,
      name: `${id} on ${platform}`,
      editions: editionsOn(CATALOGUE[id], platform),
      roots: rootsAt(id, platform, PLACES[platform]),
      leaves: leavesAt(id, platform, PLACES[platform]),
    }),
  ),
);
const each = TREES.map((tree) => [tree.name, tree] as const);

type Says = (path: string) => Fate;

const judgeOf = ({ id, platform, roots }: (typeof TREES)[number]): Says => {
  const judge = fileJudge(CATALOGUE[id], platform, roots, PROTECTED);
  return (path) => {
    const verdict = judge(path);
    // Nothing in the catalogue is of the tier `messages`.
    return verdict === undefined || verdict === 'protected' || verdict === 'messages'
      ? 'kept'
      : verdict;
  };
};

/** One glob of an edition as tests over whole paths, at each place of its root. */
const testsOf = (glob: string, roots: readonly FoundRoot[], platform: Platform) => {
  const { root: name, rest } = split(glob);
  return roots
    .filter((root) => root.name === name)
    .map((root) =>
      globToRegExp(
        `${quoteGlob(root.path)}/${rest}`,
        platform === 'linux' ? 'sensitive' : 'insensitive',
      ),
    );
};

describe('the golden trees', () => {
  it('are there for every client on every system that it has, and nowhere else', () => {
    for (const id of CATALOGUE_IDS)
      for (const platform of PLATFORMS)
        expect(treeOf(id, platform).length > 0, `${id} on ${platform}`).toBe(
          editionsOn(CATALOGUE[id], platform).length > 0,
        );
  });

  it.each(each)('of %s can lie on one disk', (_, { id, platform, leaves }) => {
    const fold = (path: string): string => (platform === 'linux' ? path : path.toLowerCase());
    const paths = treeOf(id, platform).map((leaf) => fold(leaf.path));
    const sorted = paths.toSorted();
    expect(sorted.filter((path, at) => path === sorted[at - 1])).toEqual([]);
    const folders = new Set(
      paths.flatMap((path) =>
        path.split('/').map((_part, at, parts) => parts.slice(0, at).join('/')),
      ),
    );
    expect(paths.filter((path) => folders.has(path))).toEqual([]);
    for (const part of leaves.flatMap((leaf) => leaf.path.split('/'))) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
      if (platform === 'windows') expect(part).not.toMatch(/["*?<>|\\]|[\n\t]|[. ]$/);
      if (platform !== 'linux') expect(part).not.toMatch(/[\ud800-\udfff]/u);
    }
  });

  it.each(each)('of %s are judged leaf by leaf as the facts say', (_, tree) => {
    const says = judgeOf(tree);
    const wrong = tree.leaves
      .map(({ path, fate }) => ({ path, fate, said: says(path) }))
      .filter(({ fate, said }) => fate !== said);
    expect(wrong).toEqual([]);
  });

  it.each(each)('of %s have a leaf for every rule that removes', (_, tree) => {
    const rules = tree.editions
      .filter((edition) => !edition.exitOnly)
      .flatMap((edition) => edition.files)
      .filter((rule) => rule.confidence !== 'low' && rule.is === undefined);
    const missed = rules.filter(({ glob, tier }) => {
      const tests = testsOf(glob, tree.roots, tree.platform);
      return !tree.leaves.some(
        ({ path, fate }) => fate === tier && tests.some((test) => test.test(path)),
      );
    });
    expect(missed.map((rule) => rule.glob)).toEqual([]);
  });

  it.each(each)('of %s have a leaf that stays for everything that it never gives up', (_, tree) => {
    const stays = tree.leaves.filter(({ fate }) => fate === 'kept');
    const missed = tree.editions
      .flatMap((edition) => edition.never)
      .filter((glob) => {
        const tests = testsOf(glob, tree.roots, tree.platform);
        return !stays.some(({ path }) => tests.some((test) => test.test(path)));
      });
    expect(missed).toEqual([]);
  });

  it.each(each)('of %s have files below every folder of its data', (_, { roots, leaves }) => {
    const empty = roots.filter(
      (root) => !leaves.some(({ path }) => path.startsWith(`${root.path}/`)),
    );
    expect(empty).toEqual([]);
  });

  it.each(each)('of %s have two accounts where it can have any', (_, tree) => {
    for (const { glob, has } of tree.editions.flatMap((edition) => edition.accounts ?? [])) {
      const tests = testsOf(glob, tree.roots, tree.platform);
      const accounts = tree.leaves
        .map(({ path }) => path.split(`/${has}/`))
        .flatMap(([folder = '', ...more]) => (more.length > 0 ? [folder] : []))
        .filter((folder) => tests.some((test) => test.test(folder)));
      expect(new Set(accounts).size, glob).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(['wecom-gov', 'tim'] as const)('let nothing of %s go', (id) => {
    for (const platform of PLATFORMS)
      for (const leaf of treeOf(id, platform)) expect(leaf.fate).toBe('kept');
  });

  it.each(KNOWN_DISAGREEMENTS.map((one) => [`${one.client} on ${one.platform}: ${one.glob}`, one]))(
    'and the catalogue still disagree about %s',
    (_, { client, platform, facts, catalogue, glob }) => {
      const tree = TREES.find((one) => one.id === client && one.platform === platform);
      if (tree === undefined) throw new Error('no such tree');
      const says = judgeOf(tree);
      const leaves = treeOf(client, platform).filter(
        (leaf) => disputed(client, platform, leaf)?.glob === glob,
      );
      expect(leaves.length).toBeGreaterThan(0);
      for (const { path, fate } of leaves) {
        expect(fate, path).toBe(facts);
        expect(says(pathAt(path, PLACES[platform]) ?? ''), path).toBe(catalogue);
      }
    },
  );
});
