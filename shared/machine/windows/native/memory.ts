import { known, unknown, type Known } from '../../../core/known.ts';
import type { Process } from '../../../core/model.ts';
import type { Api } from './api.ts';
import { ACCESS } from './codes.ts';
import { hasLeft, openSame } from './handle.ts';

/** PROCESS_MEMORY_COUNTERS where a pointer has 64 bits, and what the process has for itself in it. */
const SIZE = 72;
const PRIVATE = 56;

/** What these processes hold for themselves, in bytes (PagefileUsage, which is the commit charge): pages that they share are nobody's. */
export function memoryOf(api: Api, processes: readonly Process[]): Known<number> {
  let bytes = 0;
  for (const process of processes) {
    const held = openSame(api, process, ACCESS.SYNCHRONIZE);
    if (held === 'gone') continue;
    if (held === 'denied') return unknown('denied', `pid ${process.pid}`);
    try {
      if (hasLeft(api, held.handle)) continue;
      const counters = Buffer.alloc(SIZE);
      counters.writeUInt32LE(SIZE);
      if (!api.kernel32.K32GetProcessMemoryInfo(held.handle, counters, SIZE))
        return unknown('failed', `memory of ${process.pid}`);
      bytes += Number(counters.readBigUInt64LE(PRIVATE));
    } finally {
      held.close();
    }
  }
  return known(bytes);
}
