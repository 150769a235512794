import type { ClientProcess } from '../../core/model.ts';
import { codeOf } from '../files/errno.ts';
import { isSame, rowsOf } from './processes.ts';
import type { Starter } from './programs.ts';

/** Event-driven waiting, where a native library is loaded; see `kqueue.ts`. */
export interface Exits {
  /** Resolves when one of these pids has left, or after `ms`, or some time before that. */
  untilOneLeaves(pids: ReadonlySet<number>, ms: number): Promise<void>;
  close(): void;
}
export type OpenExits = (pids: readonly number[]) => Promise<Exits | undefined>;

/** Without an event: dense at first, because most clients leave quickly, then rarely. In ms. */
const DENSE_MS = 10;
const DENSE_FOR_MS = 2_000;
const SPARSE_MS = 40;
/** How often ps is asked again: a zombie keeps its pid as long as nobody asks after it. */
const PROOF_MS = 500;

/**
 * Waits until none of these runs, at most `ms`; answers those that still do. ps proves at the beginning
 * who is who, and twice a second that who is left is no zombie and no stranger; in between kill(2)
 * with signal 0 is asked, which costs nothing. What ps cannot tell has not been seen to leave.
 */
export async function untilGone(
  starter: Starter,
  processes: readonly ClientProcess[],
  ms: number,
  native?: OpenExits,
): Promise<readonly ClientProcess[]> {
  const began = performance.now();
  const rest = (): number => ms - (performance.now() - began);
  const exits = processes.length > 0 ? await native?.(processes.map(({ pid }) => pid)) : undefined;
  try {
    // Opened by pid first, so that nobody takes the pid in between.
    let left = await living(starter, processes);
    let proven = performance.now();
    while (left.length > 0 && rest() > 0) {
      if (exits) await exits.untilOneLeaves(new Set(left.map(({ pid }) => pid)), rest());
      else await sleep(Math.min(rest(), ms - rest() < DENSE_FOR_MS ? DENSE_MS : SPARSE_MS));
      left = left.filter(exists);
      if (left.length === 0 || performance.now() - proven < PROOF_MS) continue;
      left = await living(starter, left);
      proven = performance.now();
    }
    return living(starter, left);
  } finally {
    exits?.close();
  }
}

async function living(
  starter: Starter,
  processes: readonly ClientProcess[],
): Promise<readonly ClientProcess[]> {
  if (processes.length === 0) return processes;
  const rows = await rowsOf(
    starter,
    processes.map(({ pid }) => pid),
  );
  return rows.known ? processes.filter((one) => isSame(rows.value.get(one.pid), one)) : processes;
}

function exists({ pid }: ClientProcess): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // It is somebody else's.
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
