import type { ClientProcess } from '../../../core/model.ts';
import { elsewhere, type Api } from './api.ts';
import { ACCESS, WAIT } from './codes.ts';
import { hasLeft, openSame, type Held } from './handle.ts';

/** MAXIMUM_WAIT_OBJECTS */
const MOST = 64;
/** A wait that runs cannot be called off, and the program cannot end before it does. */
const SLICE_MS = 200;
/** For those that may not be waited for. */
const AGAIN_MS = 40;

/**
 * Waits until none of these runs, at most `ms`; answers those that still do. One call waits for all of
 * them, on another thread; it comes back with the first that leaves.
 */
export async function untilGone<P extends ClientProcess>(
  api: Api,
  processes: readonly P[],
  ms: number,
): Promise<readonly P[]> {
  const began = performance.now();
  const rest = (): number => ms - (performance.now() - began);
  const held = new Map<P, Held>();
  let closed: P[] = [];
  for (const process of processes) {
    const one = openSame(api, process, ACCESS.SYNCHRONIZE);
    if (one === 'denied') closed.push(process);
    else if (one !== 'gone') held.set(process, one);
  }
  try {
    for (;;) {
      for (const [process, { handle, close }] of held)
        if (hasLeft(api, handle)) {
          close();
          held.delete(process);
        }
      closed = closed.filter((process) => isThere(api, process));
      if (held.size + closed.length === 0 || rest() <= 0) return [...held.keys(), ...closed];
      const slice = Math.min(closed.length > 0 ? AGAIN_MS : SLICE_MS, Math.max(1, rest()));
      await untilOneLeaves(api, [...held.values()], Math.ceil(slice));
    }
  } finally {
    for (const { close } of held.values()) close();
  }
}

/** A handle that is kept open keeps the pid alive, so it is closed at once. */
function isThere(api: Api, process: ClientProcess): boolean {
  const one = openSame(api, process, 0);
  if (typeof one !== 'string') one.close();
  return one !== 'gone';
}

async function untilOneLeaves(api: Api, held: readonly Held[], ms: number): Promise<void> {
  const some = held.slice(0, MOST);
  if (some.length === 0) return sleep(ms);
  const handles = Buffer.alloc(some.length * 8);
  some.forEach(({ handle }, at) => handles.writeBigInt64LE(BigInt(handle), at * 8));
  const call = api.kernel32.WaitForMultipleObjects;
  if ((await elsewhere(call, some.length, handles, 0, ms)) === WAIT.FAILED) await sleep(AGAIN_MS);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
