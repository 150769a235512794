import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearGlob } from '../../shared/core/linear-glob.ts';
import { anyName, globTest, globToRegExp, type Case } from '../../shared/core/paths.ts';

const glob = fc
  .array(
    fc.constantFrom('*', '**', '**/', '/', '?', '[ab]', '[!a]', 'a', 'b', 'B', '微', '😀', '.'),
    {
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(''));
const path = fc.string({
  unit: fc.constantFrom('/', 'a', 'b', 'A', '微', '😀', '.', '\n'),
  maxLength: 12,
});
const letters = fc.constantFrom<Case>('sensitive', 'insensitive');

/** Stars with a letter between, and a path that fits up to its last letter: the worst that somebody could write. */
const stars = (count: number): string => `/${'*a'.repeat(count)}/**/${'*a'.repeat(count)}b`;
const almost = (length: number): string => `/${'a'.repeat(length)}/${'a'.repeat(length)}c`;

describe('a glob', () => {
  it('with few stars or many means the same as its regular expression', () => {
    fc.assert(
      fc.property(glob, path, letters, (one, at, how) => {
        expect(globTest(one, how).test(at)).toBe(globToRegExp(one, how).test(at));
      }),
      { numRuns: 3_000 },
    );
  });

  it('of many names means the same as each of them', () => {
    const name = glob.map((one) => one.replaceAll('/', '').replace(/\*+/g, '*'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), path, (globs, at) => {
        const plain = at.replaceAll('/', '');
        const each = globs.some((one) => globToRegExp(one, 'insensitive').test(plain));
        expect(anyName(globs).test(plain)).toBe(each);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes steps in proportion to the path, however many stars it has', () => {
    const stepsFor = (count: number, length: number): number => {
      const one = globTest(stars(count), 'sensitive');
      expect(one).toBeInstanceOf(LinearGlob);
      expect(one.test(almost(length))).toBe(false);
      return (one as LinearGlob).steps;
    };
    for (const count of [2, 10, 40]) {
      const [short, long] = [stepsFor(count, 500), stepsFor(count, 1_000)];
      expect(long / short).toBeLessThan(2.2);
      expect(long).toBeLessThan(almost(1_000).length * (count * 4 + 8));
    }
  });
});
