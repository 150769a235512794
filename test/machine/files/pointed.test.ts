import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Places } from '../../../shared/core/paths.ts';
import { literalPlaces } from '../../../shared/machine/files/literal-places.ts';
import { OffLimits } from '../../../shared/machine/files/off-limits.ts';
import { pointedAt, UnusablePointer } from '../../../shared/machine/files/pointed.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

/** Windows' drives as folders of this computer: a drive is looked for where the test runs. */
function onWindows<T>(test: (places: Places) => T): T {
  const before = process.cwd();
  const top = folder();
  for (const drive of ['C:', 'D:']) mkdirSync(path.join(top, drive));
  process.chdir(top);
  try {
    return test({
      ...{ home: 'C:/Users/a', documents: 'C:/Users/a/Documents' },
      ...{ appData: 'C:/Users/a/AppData/Roaming', localAppData: 'C:/Users/a/AppData/Local' },
      ...{ ourConfig: 'C:/Users/a/c', ourState: 'C:/Users/a/s' },
    });
  } finally {
    process.chdir(before);
  }
}

it.each([
  ['D:\\wx', 'D:/wx/chat'],
  ['D:\\', 'D:/chat'],
  ['D:', 'D:/chat'],
  ['"D:\\my wx\\"', 'D:/my wx/chat'],
  ['  D:\\wx  ', 'D:/wx/chat'],
  ['\\\\?\\D:\\wx', 'D:/wx/chat'],
  ['%UserProfile%\\wx', 'C:/Users/a/wx/chat'],
  ['%LOCALAPPDATA%\\wx', 'C:/Users/a/AppData/Local/wx/chat'],
  ['MyDocument:', 'C:/Users/a/Documents/chat'],
  ['MyDocument:\\wx', 'C:/Users/a/Documents/wx/chat'],
])('%s is used rightly', (written, expected) =>
  expect(onWindows((places) => pointedAt(written, 'chat', places))).toBe(expected),
);

it.each(['', '   ', '""'])('%j is no folder', (written) =>
  expect(onWindows((places) => pointedAt(written, 'chat', places))).toBeUndefined(),
);

it.each([
  '\\\\nas\\wx',
  '//nas/wx',
  '\\\\?\\UNC\\nas\\wx',
  'wx',
  '..\\wx',
  '\\wx',
  'D:wx',
  'Q:\\wx',
  '%NOBODY%\\wx',
  'D:\\w?x',
  '\\\\.\\D:\\wx',
])('%s cannot be used, and is never no data', (written) =>
  expect(() => onWindows((places) => pointedAt(written, 'chat', places))).toThrow(UnusablePointer),
);

it('a folder right below a drive is the client’s only where its own pointer named the drive', () => {
  onWindows((places) => {
    expect(new OffLimits(places).has('D:/WeChat Files')).toBe(true);
    expect(new OffLimits(places).has('D:/WeChat Files', true)).toBe(false);
    for (const top of ['D:/', 'C:/Users', '/usr', '/'])
      expect(new OffLimits(places).has(top, true)).toBe(true);
  });
});

it('a documents folder that was moved to a share is no folder of our own drive', () => {
  const places = { home: '/nowhere', documents: '//nas/docs', ourConfig: '/c', ourState: '/s' };
  expect(() => literalPlaces('{documents}/WeChat Files', places)).toThrow('network share');
});
