import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folder, tidy } from '../linux/actors.ts';
import { listFiles, type Found } from '../../../shared/machine/files/list.ts';
import { findAt, put, questionAt } from './tree.ts';

tidy();

/** Whole folders with a slash, others by how many of their own files go. */
const names = (found: Found, top: string): readonly string[] =>
  found.units
    .map(({ path: at, whole, files }) => `${path.relative(top, at)}${whole ? '/' : `: ${files}`}`)
    .sort();

describe('looking for files that may go', () => {
  it('never finds what no rule names, whatever the tree', async () => {
    const part = fc.constantFrom('cache', 'keep', 'db_storage', 'a', 'x.db', 'msg', '微信');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(part, { minLength: 2, maxLength: 4 }), { maxLength: 12 }),
        async (paths) => {
          const top = folder();
          for (const parts of paths) {
            try {
              put(top, [...parts, 'file'].join('/'));
            } catch {
              continue; // A file is in the way of a folder: another tree.
            }
          }
          const found = await findAt(top, '{root}/*/cache/**');
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

  it('takes a folder as one unit where everything in it may go', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/deep/b', 'u/other/c');
    const found = await findAt(top, '{root}/*/cache/**');
    expect(names(found, top)).toEqual(['u/cache/']);
    expect(found.units[0]).toMatchObject({ files: 2, keepFolder: true });
    expect(found.listing).toMatchObject({ files: 2, bytes: 2 * 8_192 });
  });

  it('takes only the parts where something has to stay', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/b/1', 'u/cache/c/message.db', 'u/cache/c/2');
    expect(names(await findAt(top, '{root}/*/cache/**'), top)).toEqual([
      'u/cache/b/',
      'u/cache/c: 1',
      'u/cache: 1',
    ]);
  });

  it('does not cross a link, neither in the rule’s way nor in the folder', async () => {
    const top = folder();
    const elsewhere = folder();
    put(elsewhere, 'cache/precious', 'precious');
    put(top, 'u/cache/a');
    symlinkSync(elsewhere, path.join(top, 'v'));
    symlinkSync(path.join(elsewhere, 'precious'), path.join(top, 'u/cache/link'));
    const found = await findAt(top, '{root}/*/cache/**');
    expect(names(found, top)).toEqual(['u/cache: 1']);
    expect(found.listing.refusals.map((refusal) => refusal.code)).toEqual(['link', 'link']);
  });

  it('counts a sparse file by its blocks, and a file with two names once and only if both go', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/keep/b');
    linkSync(path.join(top, 'u/cache/a'), path.join(top, 'u/cache/a2'));
    linkSync(path.join(top, 'u/keep/b'), path.join(top, 'u/cache/b2'));
    writeFileSync(path.join(top, 'u/cache/sparse'), '');
    truncateSync(path.join(top, 'u/cache/sparse'), 50_000_000);
    expect((await findAt(top, '{root}/*/cache/**')).listing.bytes).toBe(8_192);
  });

  it('says that there is too much for a quick look instead of a smaller number', async () => {
    const top = folder();
    put(top, ...Array.from({ length: 30 }, (_, n) => `u/cache/${n}`));
    const question = questionAt(top, ['{root}/*/cache/**']);
    expect((await listFiles({ ...question, limit: 29 })).tooMany).toBe(true);
    expect((await listFiles({ ...question, limit: 30 })).tooMany).toBe(false);
  });

  it('takes no folder that holds nothing', async () => {
    const top = folder();
    mkdirSync(path.join(top, 'u/cache/empty'), { recursive: true });
    expect((await findAt(top, '{root}/*/cache/**')).units).toEqual([]);
  });
});
