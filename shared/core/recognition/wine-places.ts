import { pathTest, type PathTest } from '../paths.ts';

/** Folders that a version has alone, and the one that stands for the newest: LINE's `bin/current` and `bin/9.4.0`. */
const OF_A_VERSION = /^(?:(?:app-)?v?[\d*][\d.*]*|current\*?|versions)$/i;

/** A path without the folders of a version, at whatever depth. */
const unversioned = (path: string): string => {
  const parts = path.split('/');
  return parts
    .filter((part, at) => part === '**' || at === parts.length - 1 || !OF_A_VERSION.test(part))
    .join('/');
};

/**
 * Whether a program for Windows lies in Wine where a pattern of Windows knows it: below any drive, prefix and user,
 * so that only what follows the place counts (`Tencent/QQNT/QQ.exe`). Undefined where that is a name alone.
 */
export function winePlace(exe: string): PathTest | undefined {
  const rest = exe.replace(/^(?:\{\w+\}|\*\*)\//, '');
  if (rest === exe || !unversioned(rest).includes('/')) return undefined;
  const test = pathTest(`**/${unversioned(rest)}`, 'insensitive');
  return { test: (path) => test.test(unversioned(path)) };
}
