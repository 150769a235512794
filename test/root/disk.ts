import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';

const mounted: string[] = [];

/** A small disk of its own, in memory. */
export function disk(options: string, above = os.tmpdir()): string {
  const made = mkdtempSync(path.join(above, 'clean-exit-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', made], { stdio: 'pipe' });
  mounted.push(made);
  return made;
}

/** Another name of a folder, through a bind mount. */
export function bound(folder: string, made?: string): string {
  made ??= mkdtempSync(path.join(os.tmpdir(), 'clean-exit-bound-'));
  execFileSync('mount', ['--bind', folder, made], { stdio: 'pipe' });
  mounted.push(made);
  return made;
}

export const remount = (place: string, how: 'ro' | 'rw'): void =>
  void execFileSync('mount', ['-o', `remount,${how}`, place], { stdio: 'pipe' });

const unmount = (place: string): void => {
  execFileSync('umount', [place], { stdio: 'pipe' });
  rmdirSync(place);
};

/** Takes every disk away again, whatever became of the test. */
export function tidyDisks(): void {
  afterEach(() => {
    for (const place of mounted.splice(0).reverse()) unmount(place);
  });
}

/** Why no disk can be made here, if so. */
export function needsDisks(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root, to mount a small disk';
  const made = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', made], { stdio: 'pipe' });
  if (status === 0) unmount(made);
  else rmdirSync(made);
  return status === 0 ? undefined : 'needs leave to mount a small disk';
}

/** Makes a disk so full that not one more file of this size has room. */
export function fill(place: string, size: number): void {
  const ballast = path.join(place, 'ballast');
  mkdirSync(ballast, { recursive: true });
  for (let n = 0; ; n++) {
    try {
      writeFileSync(path.join(ballast, String(n)), 'x'.repeat(size));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}

/** A signal that is never given; `deed` is done when it was asked for so many times. */
export function afterAsking(times: number, deed: () => void): AbortSignal {
  const { signal } = new AbortController();
  let asked = 0;
  Object.defineProperty(signal, 'aborted', {
    get: () => {
      if (++asked === times) deed();
      return false;
    },
  });
  return signal;
}
