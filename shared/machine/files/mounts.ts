import { readFileSync } from 'node:fs';
import { fromDisk } from './names.ts';

/** Where the kernel keeps the list of what is mounted, as this process sees it (proc(5)). */
export const MOUNT_INFO = '/proc/self/mountinfo';

/**
 * Every folder or file on which something is mounted. The device number alone does not show a bind
 * mount of the same file system. Throws where the list cannot be read.
 */
export function mountPoints(file = MOUNT_INFO): ReadonlySet<string> {
  const lines = readFileSync(file, 'latin1').split('\n');
  // The fifth field; space, tab, line feed and backslash are written as three octal figures.
  return new Set(lines.flatMap((line) => line.split(' ')[4] ?? []).map(plain));
}

const plain = (field: string): string =>
  fromDisk(
    Buffer.from(
      field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
      'latin1',
    ),
  );
