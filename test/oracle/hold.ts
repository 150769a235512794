import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Account } from './account.ts';
import { newCgroup } from './cgroups.ts';
import type { Programs } from './programs.ts';

/** What one holder runs. */
export interface Order {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly account: Account;
  readonly env: Readonly<Record<string, string>>;
  /** A folder that its own mounts show at another place. */
  readonly bind?: { readonly from: string; readonly to: string };
}

/** A program that runs, with all that comes of it. */
export interface Held {
  readonly signals: readonly string[];
  /** Pids that said they are ready, and of browsers it opened. */
  readonly ready: readonly number[];
  readonly browsers: readonly number[];
  /** Resolves when so many of it are ready; rejects if it ends before. */
  readies(count: number): Promise<void>;
  /** Asks the kernel who of it lives, browsers left out. */
  living(): Promise<readonly number[]>;
  end(): Promise<void>;
}

/** Starts a program below a holder, in a group of its own where that can be had. */
export function hold(programs: Programs, { argv, cwd, account, env, bind }: Order): Held {
  const cgroup = newCgroup();
  const child = spawn(
    programs.holder,
    [
      ...[cgroup?.folder ?? '-', String(account.uid), String(account.gid)],
      ...[bind?.from ?? '-', bind?.to ?? '-', cwd, ...argv],
    ],
    { env: { PATH: '/usr/bin:/bin', ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.on('error', () => undefined); // It has left: its end is told by `exit`.
  const [signals, faults]: [string[], string[]] = [[], []];
  const [ready, browsers]: [number[], number[]] = [[], []];
  const answers: ((pids: readonly number[]) => void)[] = [];
  const heard = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [who, what, ...rest] = line.split(' ');
    if (who === 'a' && what === 'ready') ready.push(Number(rest[0]));
    if (who === 'a' && what === 'browser') browsers.push(Number(rest[0]));
    if ((who === 'a' && what === 'signal') || (who === 'h' && what === 'end')) signals.push(line);
    if (who === 'h' && (what === 'bad' || what === 'empty')) faults.push(line);
    if (who === 'h' && what === 'lives') answers.shift()?.(rest.map(Number));
    if (who === 'h' && what === 'nobody') answers.shift()?.([]);
    for (const one of heard) one();
  });
  const ask = (letter: string): Promise<readonly number[]> =>
    new Promise((resolve) => {
      answers.push(resolve);
      child.stdin.write(letter);
    });
  return {
    signals,
    ready,
    browsers,
    readies: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const isReady = ready.length >= count;
          if (!isReady && faults.length === 0) return;
          heard.delete(look);
          if (isReady) resolve();
          else reject(new Error(`${argv.join(' ')}: ${faults.join('; ')}`));
        };
        heard.add(look);
        look();
      }),
    living: async () => {
      const said = await ask('p');
      const own = said.filter((pid) => !browsers.includes(pid));
      // The group has no moment between two looks; a browser is in it as well.
      if (cgroup && browsers.length === 0)
        return cgroup.isEmpty() ? [] : own.length > 0 ? own : [0];
      return own;
    },
    end: async () => {
      cgroup?.endAll();
      child.stdin.end('k');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      cgroup?.remove();
    },
  };
}
