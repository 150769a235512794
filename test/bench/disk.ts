import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onMemory } from './sections/memory.ts';
import { folder, owe } from './tidy.ts';

/** A place to lay trees out, and what it is. */
export interface Disk {
  readonly path: string;
  readonly what: string;
  readonly end: () => Promise<void>;
}

const BYTES = 8_000_000_000;

/** An ext4 of our own in memory, which no other program keeps busy; needs root and a loop device. */
export function calmDisk(): Disk | undefined {
  const { path: home, end } = folder('disk', onMemory());
  const [image, mount] = [path.join(home, 'image'), path.join(home, 'mount')];
  try {
    const fd = openSync(image, 'w');
    ftruncateSync(fd, BYTES);
    closeSync(fd);
    mkdirSync(mount);
    const run = (file: string, ...args: readonly string[]): void =>
      void execFileSync(file, args, { stdio: 'ignore' });
    run('/sbin/mkfs.ext4', '-q', '-F', '-m0', image);
    run('/bin/mount', '-o', 'loop,nodiscard', image, mount);
    const unmount = owe(() => run('/bin/umount', mount));
    return {
      path: mount,
      what: 'an ext4 of its own in memory',
      end: async () => {
        await unmount();
        await end();
      },
    };
  } catch {
    rmSync(home, { recursive: true, force: true });
    return undefined;
  }
}

/** Where temporary files go on this computer, whatever that is. */
export function usualDisk(): Disk {
  const { path: home, end } = folder('disk');
  return { path: home, what: `the disk of ${os.tmpdir()}`, end };
}
