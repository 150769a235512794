import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesOf, fromDisk, onDisk } from '../../../shared/machine/files/names.ts';
import { folder, tidy } from '../linux/actors.ts';
import { questionAt, removeAt } from './tree.ts';

tidy();

const name = fc.oneof(
  fc.constantFrom('cache', 'keep', 'deep', 'db_storage', 'Login', 'Backup', 'a.db', 'b.DB-WAL'),
  fc.constantFrom('c', '微信', 'key_info.dat', 'x.sqlite3', '.clean-exit-cache', 'a\\b', 'n\nl'),
  fc.constant(`.clean-exit-${'0'.repeat(32)}`),
  // What an archive of another system brings along.
  fc
    .uint8Array({ minLength: 1, maxLength: 5 })
    .map((bytes) => fromDisk(Buffer.from(bytes)).replace(/[/\0]/g, '_'))
    .filter((one) => one !== '.' && one !== '..'),
);
const thing = fc.record({
  parts: fc.array(name, { minLength: 1, maxLength: 4 }),
  inCache: fc.boolean(),
  kind: fc.constantFrom('file', 'file', 'file', 'link', 'folder'),
});

/** Every file below a folder and what is in it; links as links. */
function contents(top: string, below = ''): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const entry of entriesOf(path.join(top, below))) {
    const at = path.join(below, entry.name);
    const file = onDisk(path.join(top, at));
    if (entry.isFolder) for (const [key, value] of contents(top, at)) all.set(key, value);
    else if (entry.isLink) all.set(at, 'link');
    else all.set(at, createHash('sha256').update(readFileSync(file)).digest('hex'));
  }
  return all;
}

const NEVER = /(^|\/)(db_storage|login|backup|key_info[^/]*)(\/|$)|\.(db|db-wal|sqlite[^/]*)$/i;

/** By the rule `{root}/u/cache/**`, said once more and more simply than in the program. */
const mayGo = (file: string): boolean =>
  /^u\/(\.clean-exit-0+\/)*cache\/(?!$)/.test(file) && !NEVER.test(file);

/** What lies in a folder of ours and has to stay goes back to where it was. */
const back = (file: string): string => file.replaceAll(/\.clean-exit-0{32}\//g, '');

it('a purge takes nothing that is protected and nothing outside of its rule, whatever the tree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(thing, { maxLength: 14 }), fc.boolean(), async (things, good) => {
      const stage = folder();
      const [top, trash, outside] = ['chat', 'trash', 'outside'].map((one) =>
        path.join(stage, one),
      );
      if (!top || !trash || !outside) return;
      for (const one of [top, outside]) mkdirSync(one);
      writeFileSync(path.join(outside, 'letter'), 'mine');
      things.forEach(({ parts, inCache, kind }, n) => {
        const file = path.join(top, 'u', ...(inCache ? ['cache'] : []), ...parts);
        try {
          mkdirSync(onDisk(path.dirname(file)), { recursive: true });
          if (kind === 'link') symlinkSync(outside, onDisk(file));
          else if (kind === 'folder') mkdirSync(onDisk(file));
          else writeFileSync(onDisk(file), String(n), { flag: 'wx' });
        } catch {
          return; // Something is in the way: another tree.
        }
      });
      const [before, beside] = [contents(top), contents(outside)];
      const removal = await removeAt(questionAt(top, ['{root}/u/cache/**']), trash, {
        permanently: good,
      });
      const after = contents(top);
      for (const [file, hash] of before)
        if (hash === 'link' || !mayGo(file))
          expect(after.get(file) ?? after.get(back(file))).toBe(hash);
      expect(before.size - after.size).toBe(removal.files);
      expect(contents(outside)).toEqual(beside);
      if (lstatSync(trash, { throwIfNoEntry: false }))
        for (const file of contents(path.join(trash, 'Trash/files')).keys())
          expect(NEVER.test(file)).toBe(false);
      rmSync(stage, { recursive: true });
    }),
    { numRuns: 300 },
  );
});
