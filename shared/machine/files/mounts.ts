import { readFileSync } from 'node:fs';
import type { FoundRoot } from '../../core/files.ts';
import { fromDisk } from './names.ts';

/** Where the kernel keeps the list of what is mounted, as this process sees it (proc(5)). */
export const MOUNT_INFO = '/proc/self/mountinfo';

/**
 * Every folder or file at or below these roots on which something is mounted. The device number alone
 * does not show a bind mount of the same file system. Throws where the list cannot be read.
 */
export function mountPoints(file: string, roots: readonly FoundRoot[]): ReadonlySet<string> {
  return new Set(
    allMounts(file).filter((one) => roots.some((root) => `${one}/`.startsWith(`${root.path}/`))),
  );
}

/** The innermost mounted folder in which a file lies. */
export const mountAbove = (list: string, file: string): string =>
  allMounts(list)
    .filter((one) => one === '/' || file.startsWith(`${one}/`))
    .reduce((found, one) => (one.length > found.length ? one : found), '/');

/** The fifth field; space, tab, line feed and backslash are written as three octal figures. */
const allMounts = (file: string): readonly string[] =>
  readFileSync(file, 'latin1')
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .map(plain);

const plain = (field: string): string =>
  fromDisk(
    Buffer.from(
      field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
      'latin1',
    ),
  );
