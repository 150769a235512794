import type { ClientProcess } from '../../core/model.ts';
import { openPidfds } from './pidfd.ts';
import { isRunning } from './processes.ts';

/** Without a native event: dense at first, because most clients leave quickly, then rarely. */
const DENSE_MS = 10;
const DENSE_FOR_MS = 2_000;
const SPARSE_MS = 40;

/**
 * Waits until none of these runs, at most `ms`; answers those that still do. By pidfd and one poll
 * where koffi loads (0.4 ms after the exit), else by reading stat. Zombies count as gone.
 */
export async function untilGone<P extends ClientProcess>(
  processes: readonly P[],
  ms: number,
  native = openPidfds,
): Promise<readonly P[]> {
  const began = performance.now();
  const rest = (): number => ms - (performance.now() - began);
  let left = processes.filter(isRunning);
  const fds = left.length > 0 ? await native(left.map((process) => process.pid)) : undefined;
  try {
    // Opened by pid: make sure that each is still the one that was meant.
    left = left.filter(isRunning);
    while (left.length > 0 && rest() > 0) {
      if (fds) await fds.untilOneLeaves(new Set(left.map((process) => process.pid)), rest());
      else await sleep(Math.min(rest(), ms - rest() < DENSE_FOR_MS ? DENSE_MS : SPARSE_MS));
      left = left.filter(isRunning);
    }
    return left;
  } finally {
    fds?.close();
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
