import { chownSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folder, tidy } from '../linux/actors.ts';
import { find } from '../../../shared/machine/files/walk.ts';
import { findAt, put, questionAt } from './tree.ts';

tidy();

const isRoot = process.getuid?.() === 0;
const names = (found: ReturnType<typeof findAt>, top: string): readonly string[] =>
  found.units.map((unit) => path.relative(top, unit.path)).sort();

describe('looking for files that may go', () => {
  it('never finds what no rule names, whatever the tree', () => {
    const part = fc.constantFrom('cache', 'keep', 'db_storage', 'a', 'x.db', 'msg', '微信');
    fc.assert(
      fc.property(
        fc.array(fc.array(part, { minLength: 2, maxLength: 4 }), { maxLength: 12 }),
        (paths) => {
          const top = folder();
          for (const parts of paths) {
            try {
              put(top, [...parts, 'file'].join('/'));
            } catch {
              continue; // A file is in the way of a folder: another tree.
            }
          }
          const found = findAt(top, '{root}/*/cache/**');
          for (const unit of found.units) {
            const parts = path.relative(top, unit.path).split('/');
            expect(parts[1]).toBe('cache');
            expect(parts).not.toContain('db_storage');
            expect(parts[1] === 'keep').toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes a folder as one unit where everything in it may go', () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/deep/b', 'u/other/c');
    const found = findAt(top, '{root}/*/cache/**');
    expect(names(found, top)).toEqual(['u/cache']);
    expect(found.units[0]).toMatchObject({ files: 2, bytes: 2 * 8_192, keepFolder: true });
  });

  it('takes only the parts where something has to stay', () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/b/1', 'u/cache/c/message.db', 'u/cache/c/2');
    expect(names(findAt(top, '{root}/*/cache/**'), top)).toEqual([
      'u/cache/a',
      'u/cache/b',
      'u/cache/c/2',
    ]);
  });

  it('does not cross a link, neither in the rule’s way nor in the folder', () => {
    const top = folder();
    const elsewhere = folder();
    put(elsewhere, 'cache/precious', 'precious');
    put(top, 'u/cache/a');
    symlinkSync(elsewhere, path.join(top, 'v'));
    symlinkSync(path.join(elsewhere, 'precious'), path.join(top, 'u/cache/link'));
    const found = findAt(top, '{root}/*/cache/**');
    expect(names(found, top)).toEqual(['u/cache/a']);
    expect(found.refusals.map((refusal) => refusal.code)).toEqual(['link', 'link']);
  });

  it('counts a sparse file by its blocks, and a file with two names once and only if both go', () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/keep/b');
    linkSync(path.join(top, 'u/cache/a'), path.join(top, 'u/cache/a2'));
    linkSync(path.join(top, 'u/keep/b'), path.join(top, 'u/cache/b2'));
    writeFileSync(path.join(top, 'u/cache/sparse'), '');
    truncateSync(path.join(top, 'u/cache/sparse'), 50_000_000);
    expect(findAt(top, '{root}/*/cache/**').bytes).toBe(8_192);
  });

  it('says that there is too much for a quick look instead of a smaller number', () => {
    const top = folder();
    put(top, ...Array.from({ length: 30 }, (_, n) => `u/cache/${n}`));
    const question = questionAt(top, ['{root}/*/cache/**']);
    expect(find({ ...question, limit: 29 }).tooMany).toBe(true);
    expect(find({ ...question, limit: 30 }).tooMany).toBe(false);
  });

  it('takes no folder that holds nothing', () => {
    const top = folder();
    mkdirSync(path.join(top, 'u/cache/empty'), { recursive: true });
    expect(findAt(top, '{root}/*/cache/**').units).toEqual([]);
  });

  it.skipIf(!isRoot)(
    'leaves what belongs to somebody else (needs root to make such a file)',
    () => {
      const top = folder();
      put(top, 'u/cache/a', 'u/cache/theirs');
      chownSync(path.join(top, 'u/cache/theirs'), 65_534, 65_534);
      const found = findAt(top, '{root}/*/cache/**');
      expect(names(found, top)).toEqual(['u/cache/a']);
      expect(found.refusals).toMatchObject([{ code: 'other-owner' }]);
    },
  );
});
