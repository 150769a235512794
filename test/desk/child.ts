import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Started } from '../machine/linux/actors.ts';

/** A program on a desk, with everything that it said. */
export interface Child extends Started {
  /** What it wrote to its standard error so far. */
  stderr(): string;
  /** What it wrote to its standard output so far. */
  stdout(): string;
  /** Resolves when its output holds `text`; throws when it ends before that, or after `ms`. */
  says(text: string, ms?: number): Promise<void>;
  /** Ends it, and what it started in its group, and waits for it. */
  end(): Promise<void>;
}

interface How {
  readonly env: NodeJS.ProcessEnv;
  readonly stdio?: readonly ('pipe' | 'ignore')[];
  /** What to send first; after a second, or else at once, SIGKILL. */
  readonly gently?: boolean;
}

const running = new Set<ChildProcess>();
// A test run that is broken off must leave nobody behind.
const killAll = (): void => running.forEach(kill);
process.once('exit', killAll);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });

/** Starts a program in a process group of its own. */
export async function startChild(
  file: string,
  args: readonly string[],
  { env, stdio = ['ignore', 'pipe', 'pipe'], gently = false }: How,
): Promise<Child> {
  const child = spawn(file, [...args], { env, stdio: [...stdio], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  let complained = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complained += text));
  await once(child, 'spawn');
  running.add(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} did not start`);
  const isThere = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    child,
    ended,
    stderr: () => complained,
    stdout: () => said,
    says: (text, ms = 15_000) =>
      new Promise((resolve, reject) => {
        const settle = (done: () => void): void => {
          clearTimeout(timer);
          child.stdout?.off('data', look);
          child.off('close', gone);
          done();
        };
        const fault = (why: string): Error => {
          const how = child.exitCode ?? child.signalCode ?? 'running';
          const end = JSON.stringify(said.slice(-300));
          return new Error(
            `${file} (${how}) ${why} before it said ${JSON.stringify(text)}; it said ${end} ${complained}`,
          );
        };
        const look = (): void => {
          if (said.includes(text)) settle(resolve);
        };
        const gone = (): void => settle(() => reject(fault('ended')));
        const timer = setTimeout(() => settle(() => reject(fault(`took ${ms} ms`))), ms);
        child.stdout?.on('data', look);
        child.on('close', gone);
        look();
      }),
    end: async () => {
      if (gently && isThere()) {
        child.kill('SIGTERM');
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
      }
      kill(child);
      await ended;
      running.delete(child);
    },
  };
}

/** The whole group: programs start helpers, and those would outlive them. */
function kill(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
