import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';

const MEMORY = '/dev/shm';

/** Where so many bytes lie in memory, if there is room: a busy disk takes most of the time of many files. */
export function roomyFolder(bytes: number): string {
  if (!existsSync(MEMORY)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > bytes ? MEMORY : os.tmpdir();
}
