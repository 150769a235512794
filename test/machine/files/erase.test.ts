import { existsSync, renameSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Eraser } from '../../../shared/machine/files/eraser.ts';
import { folder, tidy } from '../linux/actors.ts';
import { findAt, put, questionAt } from './tree.ts';

tidy();

/** A folder that goes whole; what happens to it comes after its names were read and before the first file goes. */
async function erasedWhile(happens: (cache: string, names: readonly string[]) => void) {
  const top = folder();
  put(top, 'cache/1', 'cache/2', 'cache/3', 'cache/4');
  const { units } = await findAt(top, '{root}/cache/**');
  const [slice] = units.flatMap((unit) => unit.slices);
  if (!slice) throw new Error('nothing was found');
  let mayGo = false;
  const eraser = new Eraser(questionAt(top, ['{root}/cache/**']).terms, () => mayGo);
  const doing = eraser.erase({ slice, at: slice.path, whole: true });
  doing.next();
  happens(
    slice.path,
    ['1', '2', '3', '4'].map((name) => path.join(slice.path, name)),
  );
  mayGo = true;
  while (!doing.next().done);
  return { ...eraser.result, left: (name: string) => existsSync(path.join(slice.path, name)) };
}

it.each<[string, (file: string) => void]>([
  ['was written to', (file) => writeFileSync(file, 'a record')],
  ['has another time', (file) => utimesSync(file, 1, 1)],
  [
    'is another file',
    (file) => {
      writeFileSync(`${file}.new`, Buffer.alloc(5_000));
      renameSync(`${file}.new`, file);
    },
  ],
])('a file that %s right before its end stays, and so does what follows it', async (_, change) => {
  const erased = await erasedWhile((__, names) => {
    for (const one of names) change(one);
  });
  expect(erased).toMatchObject({ files: 0, bytes: 0, refusals: [{ code: 'changed' }] });
  for (const name of ['1', '2', '3', '4']) expect(erased.left(name), name).toBe(true);
});

it('one changed file stays whatever its place is, and what came meanwhile stays too', async () => {
  const erased = await erasedWhile((cache, names) => {
    writeFileSync(names[2] ?? '', 'a record');
    writeFileSync(path.join(cache, '5'), 'came');
  });
  expect([erased.left('3'), erased.left('5')]).toEqual([true, true]);
  expect(erased.refusals).toMatchObject([{ code: 'changed' }]);
  expect(erased.bytes).toBe(erased.files * 8_192);
});

it('a file that somebody else took away is not counted, and the others go', async () => {
  const erased = await erasedWhile((_, [first = '']) => unlinkSync(first));
  expect(erased).toMatchObject({ files: 3, bytes: 24_576, refusals: [{ code: 'changed' }] });
});
