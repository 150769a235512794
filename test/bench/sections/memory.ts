import { accessSync, constants } from 'node:fs';
import os from 'node:os';

/** A folder in memory, where there is one: a simulated /proc should not wait for a disk. */
export function onMemory(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return os.tmpdir();
  }
}
