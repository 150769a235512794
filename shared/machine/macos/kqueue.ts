import { closeSync } from 'node:fs';
import type { OpenExits } from './wait.ts';

/** `struct kevent` on 64-bit macOS: ident, filter, flags, fflags, data, udata (sys/event.h). */
export const EVENT_BYTES = 32;
const EVFILT_PROC = -5;
const EV_ADD = 0x0001;
const EV_ONESHOT = 0x0010;
const EV_RECEIPT = 0x0040;
const NOTE_EXIT = 0x8000_0000;

/** A wait that runs cannot be called off, and the program cannot end before it does. In ms. */
const SLICE_MS = 200;

/** What to wait for: the exit of each of these processes, each of them answered for at once. */
export function exitEvents(pids: readonly number[]): Buffer {
  const events = Buffer.alloc(pids.length * EVENT_BYTES);
  pids.forEach((pid, i) => {
    const at = i * EVENT_BYTES;
    events.writeBigUInt64LE(BigInt(pid), at);
    events.writeInt16LE(EVFILT_PROC, at + 8);
    events.writeUInt16LE(EV_ADD | EV_ONESHOT | EV_RECEIPT, at + 10);
    events.writeUInt32LE(NOTE_EXIT, at + 12);
  });
  return events;
}

/** The error that is answered for each event; 0 where it is waited for. */
export const errorsIn = (answers: Buffer, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Number(answers.readBigInt64LE(i * EVENT_BYTES + 16)));

/** Whom the first event is about. */
export const pidIn = (events: Buffer): number => Number(events.readBigUInt64LE(0));

/** `struct timespec`. */
export function timespec(ms: number): Buffer {
  const time = Buffer.alloc(16);
  time.writeBigInt64LE(BigInt(Math.floor(ms / 1_000)), 0);
  time.writeBigInt64LE(BigInt(Math.floor(ms % 1_000) * 1_000_000), 8);
  return time;
}

type Kevent = (
  queue: number,
  changes: Buffer | null,
  changeCount: number,
  events: Buffer | null,
  eventCount: number,
  timeout: Buffer,
) => number;

interface Native {
  kqueue(): number;
  kevent: Kevent & {
    async(...args: [...Parameters<Kevent>, (error: unknown, count: number) => void]): void;
  };
}

let loaded: Promise<Native | undefined> | undefined;

async function load(): Promise<Native | undefined> {
  try {
    const { default: koffi } = await import('koffi');
    const system = koffi.load(null);
    return {
      kqueue: system.func('int kqueue()') as Native['kqueue'],
      kevent: system.func(
        'int kevent(int queue, void *changes, int changeCount, void *events, int eventCount, void *timeout)',
      ) as unknown as Native['kevent'],
    };
  } catch {
    // No native parts here, or another system: the caller asks kill(2) instead.
    return undefined;
  }
}

/** Waits for exits by kqueue(2); undefined where there is none. One that has left has no event. */
export const openExits: OpenExits = async (pids) => {
  const native = await (loaded ??= load());
  if (!native) return undefined;
  const queue = native.kqueue();
  if (queue < 0) return undefined;
  const answers = Buffer.alloc(pids.length * EVENT_BYTES);
  const count = native.kevent(
    ...([queue, exitEvents(pids), pids.length, answers, pids.length, timespec(0)] as const),
  );
  const errors = errorsIn(answers, Math.max(0, count));
  const waited = new Set(pids.filter((_, i) => errors[i] === 0));
  return {
    untilOneLeaves: (wanted, ms) => {
      // Whom no event will come for is asked for by the caller, soon.
      if ([...wanted].some((pid) => !waited.has(pid)))
        return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 10)));
      const slice = timespec(Math.min(SLICE_MS, Math.max(1, ms)));
      const events = Buffer.alloc(EVENT_BYTES);
      return new Promise((resolve) => {
        native.kevent.async(queue, null, 0, events, 1, slice, (_, fired) => {
          // It comes once; until its parent has asked after it the process still has its pid.
          if (fired > 0) waited.delete(pidIn(events));
          resolve();
        });
      });
    },
    close: () => closeSync(queue),
  };
};
