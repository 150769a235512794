import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, fromDisk, onDisk, shown } from '../../../shared/machine/files/names.ts';
import { latestChange, unmergedJournals } from '../../../shared/machine/files/activity.ts';
import { listFiles } from '../../../shared/machine/files/list.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt } from './tree.ts';

tidy();

/** 微信 in GBK: no UTF-8. */
const GBK = fromDisk(Buffer.from([0xce, 0xa2, 0xd0, 0xc5]));
const write = (file: string): void => writeFileSync(onDisk(file), 'x'.repeat(5_000));

const stage = (): string => {
  const top = folder();
  put(top, 'u/cache/a', 'u/db_storage/b');
  mkdirSync(onDisk(path.join(top, 'u/cache', GBK)));
  write(path.join(top, 'u/cache', GBK, GBK));
  write(path.join(top, `u/cache/${GBK}.txt`));
  return top;
};

describe('a name that is not UTF-8', () => {
  it('is text that leads back to the same bytes, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        expect(bytesOf(fromDisk(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
    expect(fromDisk(Buffer.from('微信\ufffd😀'))).toBe('微信\ufffd😀');
    expect(shown(`/tmp/${GBK}`)).toBe('/tmp/΢\\xd0\\xc5');
  });

  it.each([true, false])(
    'is counted and goes like any other (for good: %s)',
    async (permanently) => {
      const top = stage();
      const data = folder();
      const question = questionAt(top, ['{root}/u/cache/**']);
      expect((await listFiles(question)).listing).toMatchObject({ files: 3, bytes: 3 * 8_192 });
      const removal = await removeAt(question, data, { permanently });
      expect(removal).toMatchObject({ files: 3, bytes: 3 * 8_192, refusals: [] });
      expect(readdirSync(path.join(top, 'u/cache'))).toEqual([]);
    },
  );

  it('is noted in the trash byte for byte', async () => {
    const top = stage();
    const data = folder();
    write(path.join(top, 'u/cache/keep.db'));
    await removeAt(questionAt(top, ['{root}/u/cache/**']), data);
    const [first = ''] = readdirSync(path.join(data, 'Trash/info'), 'latin1').filter((name) =>
      name.endsWith('.txt.trashinfo'),
    );
    const note = readFileSync(Buffer.from(path.join(data, 'Trash/info', first), 'latin1'), 'utf8');
    expect(note).toContain('/u/cache/%CE%A2%D0%C5.txt\n');
  });

  it('does not make the other looks fail', () => {
    const top = stage();
    write(path.join(top, 'u/db_storage', `${GBK}.db-wal`));
    const roots = [{ name: 'root', path: top }];
    expect(latestChange(roots).known).toBe(true);
    expect(unmergedJournals(roots)).toMatchObject({
      value: [path.join(top, 'u/db_storage/΢\\xd0\\xc5.db-wal')],
    });
  });

  it('does not hide what is protected', async () => {
    const top = stage();
    const record = path.join(top, 'u/cache', GBK, `${GBK}.db`);
    write(record);
    await removeAt(questionAt(top, ['{root}/u/cache/**']), folder(), { permanently: true });
    expect(existsSync(onDisk(record))).toBe(true);
  });
});
