import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Environment } from '../machine/linux/places.ts';
import { PracticeFault } from './fault.ts';

export interface Launch {
  /** Absolute path of util-linux's setsid. */
  readonly setsid: string;
  readonly node: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Where it may complain; a pipe would break when we leave. */
  readonly log: string;
  /** All of its environment. */
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
}

const READY_MS = 15_000;

/**
 * Starts one of our programs so that nobody keeps it: in a session of its own, adopted by the system,
 * without our environment and folder. Answers the line that says it is ready. When this throws, the
 * program may be there; whoever called ends it by its script.
 */
export async function launch(order: Launch): Promise<unknown> {
  const { setsid, node, script, args, log, env, signal } = order;
  const complaints = openSync(log, 'a', 0o600);
  const forked = spawn(setsid, ['--fork', node, script, ...args], {
    cwd: '/',
    env: { ...env },
    stdio: ['ignore', 'pipe', complaints],
  });
  closeSync(complaints);
  const { stdout } = forked;
  if (!stdout) throw new PracticeFault('did-not-start', `${setsid} has no output`);
  // Once setsid has left, the program exists and can be found, also if nobody waits for its word.
  const left = once(forked, 'exit');
  const limit = AbortSignal.timeout(READY_MS);
  try {
    const lines = createInterface({ input: stdout });
    const silent = once(lines, 'close').then(() => undefined);
    const said = once(lines, 'line', {
      signal: AbortSignal.any([limit, ...(signal ? [signal] : [])]),
    });
    const line = await Promise.race([said, silent]);
    if (line) return JSON.parse(String(line[0]));
    throw new PracticeFault(
      'did-not-start',
      `${script} ended: ${readFileSync(log, 'utf8').trim()}`,
    );
  } catch (error) {
    signal?.throwIfAborted();
    if (!limit.aborted) throw error;
    throw new PracticeFault('did-not-start', `${script} said nothing for ${READY_MS} ms`);
  } finally {
    stdout.destroy();
    await left;
  }
}
