import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { stateFaultInWords } from '../../shared/words/state-fault-in-words.ts';
import { writable } from '../../shared/machine/files/writable.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

it.each<[string, string, (place: string) => void, RegExp]>([
  ['a file in its place', 'ENOTDIR', (place) => writeFileSync(place, ''), /无法使用/],
  ['a link', 'link', (place) => symlinkSync('/tmp', place), /是一个符号链接/],
  [
    'a folder into which others write',
    'others-write',
    (place) => {
      mkdirSync(place);
      chmodSync(place, 0o777);
    },
    /其他用户可以写入/,
  ],
])('%s is no folder of ours, as data and in both languages', (_, code, make, said) => {
  const place = path.join(folder(), 'state');
  make(place);
  const check = writable('state', place);
  expect(check).toMatchObject({ state: 'missing', fault: { code, path: place } });
  expect(check.detail).toContain(place);
  expect(stateFaultInWords(check.fault ?? { code: '', path: '' }, words('zh'))).toMatch(said);
});

it.each(['receipts-2.jsonl', 'claims', 'trashed'])('%s has to be what we keep there', (name) => {
  const place = path.join(folder(), 'state');
  mkdirSync(place, { mode: 0o700 });
  symlinkSync('/tmp', path.join(place, name));
  const fault = { path: path.join(place, name) };
  expect(writable('state', place)).toMatchObject({ state: 'missing', fault });
});

it('a folder that is not there yet is good where it can be made', () => {
  const place = path.join(folder(), 'deep/state');
  expect(writable('state', place)).toEqual({ id: 'state', state: 'good', detail: place });
});
