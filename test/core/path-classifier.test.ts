import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTECTED } from '../../shared/clients/protected.ts';
import type { Client, FileRule } from '../../shared/core/client.ts';
import { pathClassifier, type FoundRoot } from '../../shared/core/removal-rules.ts';
import type { Tier } from '../../shared/core/model.ts';
import { globToRegExp } from '../../shared/core/paths.ts';
import { namesIn } from '../../shared/core/glob-walker.ts';
import { clientAt } from '../machine/files/tree.ts';
import { fileJudge } from './file-judge.ts';

const ROOT = '/home/a/chat';
const INNER = `${ROOT}/u/inner`;
const ROOTS: readonly FoundRoot[] = [
  { name: 'root', path: ROOT },
  { name: 'inner', path: INNER },
];

const part = fc.constantFrom('*', '**', 'u', 'cache', 'c?che', '[!u]*', 'inner', 'log*', 'x.tmp');
const glob = fc
  .tuple(fc.constantFrom('{root}', '{inner}'), fc.array(part, { minLength: 1, maxLength: 5 }))
  .map(([root, parts]) => [root, ...parts].join('/'));
const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files', 'messages'];
const rule = fc.record({ glob, tier: fc.constantFrom(...TIERS) });

const client = (
  files: readonly Pick<FileRule, 'glob' | 'tier'>[],
  never: readonly string[],
): Client => {
  const toy = clientAt(ROOT, []);
  const facts = { source: 'test', confidence: 'high' } as const;
  const rules = files.map((one) => ({ ...one, ...facts }));
  return { ...toy, editions: toy.editions.map((one) => ({ ...one, files: rules, never })) };
};

const name = fc.constantFrom(
  'u',
  'cache',
  'Cache',
  'inner',
  'x.tmp',
  'x.DB',
  'log1',
  'Network',
  'db_storage',
);
const file = fc
  .tuple(fc.constantFrom(ROOT, INNER, '/home/a'), fc.array(name, { minLength: 1, maxLength: 5 }))
  .map(([top, names]) => [top, ...names].join('/'));

/** The same judgement said once more and more slowly: every glob over the whole path. */
function slowly(files: readonly Pick<FileRule, 'glob' | 'tier'>[], never: readonly string[]) {
  const whole = (one: string): RegExp =>
    globToRegExp(one.replace('{root}', ROOT).replace('{inner}', INNER), 'sensitive');
  const any = (globs: readonly string[], names: readonly string[]): boolean =>
    globs.some((one) => names.some((other) => globToRegExp(one, 'insensitive').test(other)));
  return (path: string): Tier | 'protected' | undefined => {
    const names = namesIn(path);
    const below = ROOTS.filter((root) => path.startsWith(`${root.path}/`)).flatMap((root) =>
      path.slice(root.path.length + 1).split('/'),
    );
    const isProtected =
      any(PROTECTED.anywhere, names) ||
      any(PROTECTED.belowRoot, below) ||
      any(PROTECTED.names, names.slice(-1)) ||
      any(PROTECTED.paths, [path]) ||
      never.some((one) => whole(one).test(path));
    if (isProtected) return 'protected';
    const tiers = files.filter((one) => whole(one.glob).test(path)).map((one) => one.tier);
    const dearest: readonly Tier[] = ['messages', 'your-files', 're-download', 'leftover', 'cache'];
    return dearest.find((tier) => tiers.includes(tier));
  };
}

describe('the sieve', () => {
  it('judges step by step as every glob does over the whole path', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 4 }),
        fc.array(glob, { maxLength: 2 }),
        fc.array(file, { minLength: 1, maxLength: 8 }),
        (files, never, paths) => {
          const judge = fileJudge(client(files, never), 'linux', ROOTS, PROTECTED);
          const oracle = slowly(files, never);
          for (const path of paths) expect(judge(path), path).toBe(oracle(path));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never closes a folder below which something wanted lies', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 4 }),
        file,
        fc.constantFrom(...TIERS),
        (files, path, tier) => {
          const one = client(files, []);
          if (fileJudge(one, 'linux', ROOTS, PROTECTED)(path) !== tier) return;
          let at = pathClassifier(one, 'linux', ROOTS, PROTECTED, [tier]);
          const names = namesIn(path);
          names.forEach((step, n) => {
            expect(at.isClosed).toBe(false);
            expect(at.mayMean(step)).toBe(true);
            if (n < names.length - 1) at = at.enter(step);
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('does not enter your files when only the cache is wanted', () => {
    const files = [
      { glob: '{root}/*/msg/**', tier: 'your-files' },
      { glob: '{root}/*/cache/**', tier: 'cache' },
    ] as const;
    const top = pathClassifier(client(files, []), 'linux', ROOTS, PROTECTED, ['cache']);
    const at = (path: string) => namesIn(path).reduce((here, step) => here.enter(step), top);
    expect(at(`${ROOT}/u/msg`).isClosed).toBe(true);
    expect(at(`${ROOT}/u/cache`).isClosed).toBe(false);
    expect(at(`${ROOT}/u/cache`).isNamed).toBe(true);
    expect(at(`${ROOT}/u`).isNamed).toBe(false);
    expect(at('/home/b').isClosed).toBe(true);
  });
});
