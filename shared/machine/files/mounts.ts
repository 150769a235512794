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
  const lines = readFileSync(file, 'latin1').split('\n');
  // The fifth field; space, tab, line feed and backslash are written as three octal figures.
  const all = lines.flatMap((line) => line.split(' ')[4] ?? []).map(plain);
  return new Set(all.filter((one) => roots.some((root) => `${one}/`.startsWith(`${root.path}/`))));
}

const plain = (field: string): string =>
  fromDisk(
    Buffer.from(
      field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
      'latin1',
    ),
  );
