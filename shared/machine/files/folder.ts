import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './fault.ts';
import { onDisk } from './names.ts';

/**
 * Makes a folder of ours (0700) and those above it. Node's own `recursive` never ends where the system
 * says ENOENT although the folder above is there (procfs, dead mounts), so it is not used.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    const above = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || existsSync(above)) throw error;
    makeFolder(above);
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** A folder that its client expects. One that cannot be made (a full disk) the client makes itself. */
export function makeAgain(folder: string, mode: number): void {
  try {
    mkdirSync(onDisk(folder));
    chmodSync(onDisk(folder), mode & 0o7777);
  } catch {
    return;
  }
}
