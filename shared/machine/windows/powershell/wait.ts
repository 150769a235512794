import type { Process } from '../../../core/model.ts';
import { codeOf } from '../../files/errno.ts';
import { identityOf } from './deeds.ts';
import { listAt, ShapeFault } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** Dense at first, because most clients leave quickly, then rarely. */
const DENSE_MS = 10;
const DENSE_FOR_MS = 2_000;
const SPARSE_MS = 40;

/** Whether there is such a pid, which costs nothing to ask: `gone` proves it, `there` only looks so. */
function stateOf({ pid }: Process): 'gone' | 'there' | 'hidden' {
  try {
    process.kill(pid, 0);
    return 'there';
  } catch (error) {
    return codeOf(error) === 'ESRCH' ? 'gone' : 'hidden';
  }
}

/**
 * Waits until none of these runs, at most `ms`; answers those that still do. That a pid is no more is seen
 * without any start. One that is still there may be somebody else's by now: PowerShell tells, and waits by
 * their handles where we may not ask. What it cannot tell still runs as far as anybody knows.
 */
export async function untilGone<P extends Process>(
  starter: Starter,
  processes: readonly P[],
  ms: number,
): Promise<readonly P[]> {
  const began = performance.now();
  const rest = (): number => Math.max(0, ms - (performance.now() - began));
  let left = processes.filter((one) => stateOf(one) !== 'gone');
  while (left.length > 0 && rest() > 0 && left.every((one) => stateOf(one) !== 'hidden')) {
    await sleep(Math.min(rest(), ms - rest() < DENSE_FOR_MS ? DENSE_MS : SPARSE_MS));
    left = left.filter((one) => stateOf(one) !== 'gone');
  }
  return left.length === 0 ? [] : stillThere(starter, left, Math.ceil(rest()));
}

async function stillThere<P extends Process>(
  starter: Starter,
  processes: readonly P[],
  ms: number,
): Promise<readonly P[]> {
  const pids = new Set(processes.map(({ pid }) => pid));
  const left = await question(starter, {
    ...{ verb: 'wait', processes: processes.map(identityOf), forMs: ms, ms: ms + START_MS },
    read: (answer) =>
      listAt(answer, 'left', (pid) => {
        if (typeof pid === 'number' && pids.has(pid)) return pid;
        throw new ShapeFault(`${String(pid)} was not asked about`);
      }),
  });
  return left.known ? processes.filter(({ pid }) => left.value.includes(pid)) : processes;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
