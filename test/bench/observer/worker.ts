import { closeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import koffi from 'koffi';
import { now } from '../report/numbers.ts';

/** What the thread is told, and what it answers: `watching`, then when each ended. */
export interface Order {
  readonly pids: readonly number[];
  /** Not 0: stop watching. */
  readonly stop: SharedArrayBuffer;
}
export type Ends = readonly (readonly [pid: number, at: number])[];

const PIDFD_OPEN = 434;
const SLICE_MS = 25;
const libc = koffi.load(null);
const open = libc.func('long syscall(long number, int pid, uint flags)');
const poll = libc.func('int poll(void *fds, ulong count, int ms)');

/**
 * Watches processes from a thread of its own, so that nothing measured can delay the clock: one handle
 * each, one poll over all. A handle speaks when the process ends, also if nobody reaps it.
 */
parentPort?.on('message', ({ pids, stop }: Order) => {
  const flag = new Int32Array(stop);
  const waiting = new Map(pids.map((pid) => [pid, Number(open(PIDFD_OPEN, pid, 0))]));
  const ends: [number, number][] = [];
  for (const [pid, fd] of waiting) if (fd < 0) ended(pid);
  parentPort?.postMessage('watching');
  while (waiting.size > 0 && Atomics.load(flag, 0) === 0) {
    const fds = [...waiting];
    const polls = Buffer.alloc(fds.length * 8);
    fds.forEach(([, fd], at) => {
      polls.writeInt32LE(fd, at * 8);
      polls.writeInt16LE(1, at * 8 + 4);
    });
    poll(polls, fds.length, SLICE_MS);
    fds.forEach(([pid], at) => {
      if (polls.readInt16LE(at * 8 + 6) !== 0) ended(pid);
    });
  }
  for (const fd of waiting.values()) closeSync(fd);
  parentPort?.postMessage(ends satisfies Ends);

  function ended(pid: number): void {
    ends.push([pid, now()]);
    const fd = waiting.get(pid);
    if (fd !== undefined && fd >= 0) closeSync(fd);
    waiting.delete(pid);
  }
});
