import { closeSync } from 'node:fs';

/** Open process handles, and one wait over all of them. */
export interface Pidfds {
  /** Resolves when one of these pids has left, or after `ms`, or some time before that. */
  untilOneLeaves(pids: ReadonlySet<number>, ms: number): Promise<void>;
  close(): void;
}

/** pidfd_open(2) has the same number on every architecture, since Linux 5.3. */
const SYS_PIDFD_OPEN = 434;
/** pidfd_send_signal(2), the same since Linux 5.1. */
const SYS_PIDFD_SEND_SIGNAL = 424;
const POLLIN = 1;
/** A poll that runs cannot be called off, and the program cannot end before it does. */
const SLICE_MS = 200;

interface Native {
  open(number: number, pid: number, flags: number): number | bigint;
  send(number: number, fd: number, signal: number, info: null, flags: number): number | bigint;
  errno(): number;
  poll: {
    async(fds: Buffer, count: number, ms: number, done: (error: unknown, n: number) => void): void;
  };
}

let loaded: Promise<Native | undefined> | undefined;

async function load(): Promise<Native | undefined> {
  try {
    const { default: koffi } = await import('koffi');
    const libc = koffi.load(null);
    return {
      open: libc.func('long syscall(long number, int pid, uint flags)') as Native['open'],
      send: libc.func(
        'long syscall(long number, int fd, int signal, void *info, uint flags)',
      ) as Native['send'],
      errno: () => koffi.errno(),
      poll: libc.func('int poll(void *fds, ulong count, int ms)') as unknown as Native['poll'],
    };
  } catch {
    // No native parts here (a bundle, an odd C library): the caller reads stat instead.
    return undefined;
  }
}

/**
 * Handles for these pids, or undefined where this system has none. A pid that has gone already has no
 * handle, and counts as left.
 */
export async function openPidfds(pids: readonly number[]): Promise<Pidfds | undefined> {
  const native = await (loaded ??= load());
  if (!native) return undefined;
  const fds = new Map<number, number>();
  for (const pid of pids) {
    const fd = Number(native.open(SYS_PIDFD_OPEN, pid, 0));
    if (fd >= 0) fds.set(pid, fd);
  }
  // Not one handle although somebody was there: an old kernel or a filter forbids the call.
  if (fds.size === 0) return undefined;
  return {
    untilOneLeaves: (wanted, ms) => {
      const open = [...fds].filter(([pid]) => wanted.has(pid)).map(([, fd]) => fd);
      if (open.length < wanted.size)
        return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 10)));
      const polls = Buffer.alloc(open.length * 8);
      open.forEach((fd, i) => {
        polls.writeInt32LE(fd, i * 8);
        polls.writeInt16LE(POLLIN, i * 8 + 4);
      });
      return new Promise((resolve) => {
        const slice = Math.min(SLICE_MS, Math.max(1, Math.ceil(ms)));
        native.poll.async(polls, open.length, slice, () => resolve());
      });
    },
    close: () => {
      for (const fd of fds.values()) closeSync(fd);
    },
  };
}

/**
 * Sends a signal to the process behind a handle, after `isStill` has looked at it: no other process can get the
 * pid in between. Answers errno, 0 where it was delivered; undefined where this system has no handles.
 */
export async function sendByPidfd(
  pid: number,
  signal: number,
  isStill: () => boolean,
): Promise<number | 'other' | undefined> {
  const native = await (loaded ??= load());
  const fd = native ? Number(native.open(SYS_PIDFD_OPEN, pid, 0)) : -1;
  if (!native || fd < 0) return undefined;
  try {
    if (!isStill()) return 'other';
    return Number(native.send(SYS_PIDFD_SEND_SIGNAL, fd, signal, null, 0)) < 0 ? native.errno() : 0;
  } finally {
    closeSync(fd);
  }
}
