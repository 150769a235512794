import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { clearAway } from '../../clear-away.ts';

const children: ChildProcess[] = [];
const folders: string[] = [];

/** A temporary folder that goes with the tests. */
export function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-test-'));
  folders.push(made);
  return made;
}

/** A copy of a system program under a name of our own, so that its path is ours. */
export function programAt(file: string, original = '/bin/sleep'): string {
  mkdirSync(path.dirname(file), { recursive: true });
  copyFileSync(original, file);
  chmodSync(file, 0o755);
  return file;
}

export interface Started {
  readonly pid: number;
  /** Resolves when it has ended. */
  readonly ended: Promise<unknown>;
  readonly child: ChildProcess;
}

/** Starts a program and waits until the kernel shows it as that program (after exec). */
export async function start(
  file: string,
  args: readonly string[] = ['600'],
  options: {
    uid?: number;
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    argv0?: string;
    stdio?: StdioOptions;
  } = {},
): Promise<Started> {
  const child = spawn(file, [...args], { stdio: 'ignore', ...options });
  children.push(child);
  const ended = once(child, 'exit');
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error(`${file} did not start`);
  return { pid: child.pid, ended, child };
}

/** Ends what the tests started, and only that. */
export function tidy(): void {
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  });
  afterAll(() => {
    for (const made of folders.splice(0)) clearAway(made);
  });
}
