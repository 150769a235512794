import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { Places } from '../../../shared/core/paths.ts';
import { UnusablePointer } from '../../../shared/machine/files/pointed.ts';
import { whereOf } from '../../../shared/machine/files/where.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

const PLACES: Places = {
  ...{ home: 'C:/Users/a', documents: 'C:/Users/a/Documents', temp: 'C:/Temp' },
  ...{ appData: 'C:/Users/a/AppData/Roaming', localAppData: 'C:/Users/a/AppData/Local' },
  ...{ ourConfig: 'C:/Users/a/c', ourState: 'C:/Users/a/s' },
};
const USUAL = 'C:/Users/a/Documents/Tencent Files';

/** Where the files are, with this UserDataInfo.ini; drives are folders of the place where the test runs. */
function placesWith(id: 'qq' | 'tim', ini: string | Buffer | undefined): readonly string[] {
  const before = process.cwd();
  const top = folder();
  const own = path.join(top, 'C:/Users/Public/Documents/Tencent', id.toUpperCase());
  for (const one of [own, path.join(top, 'D:')]) mkdirSync(one, { recursive: true });
  if (ini !== undefined) writeFileSync(path.join(own, 'UserDataInfo.ini'), ini);
  process.chdir(top);
  try {
    return editionsOn(CATALOGUE[id], 'windows')
      .flatMap(({ data }) => data)
      .filter(({ pointer }) => pointer?.by === 'ini')
      .flatMap((root) => whereOf(root, PLACES, new Map()).map((place) => place.path));
  } finally {
    process.chdir(before);
  }
}

const ini = (type: number, where: string): string =>
  `[UserDataSet]\r\nUserDataSavePathType=${type}\r\nUserDataSavePath=${where}\r\n`;

/** 文件 in the code page of China. */
const GBK = Buffer.concat([
  Buffer.from('[UserDataSet]\r\nUserDataSavePathType=2\r\nUserDataSavePath=D:\\'),
  Buffer.from([0xce, 0xc4, 0xbc, 0xfe]),
  Buffer.from('\r\n'),
]);

describe.each(['qq', 'tim'] as const)('UserDataInfo.ini of %s', (id) => {
  it.each<[string, string | Buffer | undefined, readonly string[]]>([
    ['that is not there', undefined, [USUAL]],
    ['of type 1, whatever path stands in it', ini(1, 'D:\\old'), [USUAL]],
    ['of type 2', ini(2, 'D:\\my files'), ['D:/my files', USUAL]],
    ['with a quoted path', ini(2, '"D:\\my files\\"'), ['D:/my files', USUAL]],
    [
      'with a path that ends as the usual one',
      ini(2, 'D:\\Tencent Files'),
      ['D:/Tencent Files', USUAL],
    ],
    ['in another section', ini(2, 'D:\\x').replace('[User', '[Other'), [USUAL]],
    ['without a path', ini(2, ''), [USUAL]],
    ['in UTF-16', Buffer.from(`\ufeff${ini(2, 'D:\\文件')}`, 'utf16le'), ['D:/文件', USUAL]],
    ['in the code page of China', GBK, ['D:/文件', USUAL]],
  ])('%s', (_, text, expected) => {
    expect(placesWith(id, text)).toEqual(expected);
  });

  it.each(['\\\\nas\\files', 'Q:\\files', 'files'])('that names %s is never no data', (where) => {
    expect(() => placesWith(id, ini(2, where))).toThrow(UnusablePointer);
  });
});
