import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const START_MS = 5_000;

/** Starts a session bus of our own at this address, and waits until it listens there. */
export async function startBus(daemon: string, address: string): Promise<ChildProcess> {
  const child = spawn(
    daemon,
    ['--session', '--nofork', '--nopidfile', '--print-address=1', `--address=${address}`],
    { cwd: '/', env: {}, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // However the stage ends, short of SIGKILL, its bus ends with it.
  process.once('exit', () => child.kill('SIGKILL'));
  const signal = AbortSignal.timeout(START_MS);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${daemon} ended with ${String(code)}`);
  });
  await Promise.race([once(child.stdout, 'data', { signal }), ended]);
  ended.catch(() => undefined);
  return child;
}
