import type { Delivery, Process } from '../../core/model.ts';
import { codeOf } from '../files/errno.ts';
import { isSame, rowsOf } from './processes.ts';
import type { Starter } from './programs.ts';

/**
 * Sends one signal, after asking ps in the same breath whether the pid is still the same process: start
 * time and owner. A process that has gone is `already`; one that cannot be looked at is left alone.
 */
export async function signal(
  starter: Starter,
  process_: Process,
  name: 'SIGTERM' | 'SIGKILL',
): Promise<Delivery> {
  const now = await rowsOf(starter, [process_.pid]);
  if (!now.known) return { state: 'failed', reason: now.why };
  if (!isSame(now.value.get(process_.pid), process_)) return ALREADY;
  try {
    process.kill(process_.pid, name);
    return { state: 'delivered' };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ESRCH') return ALREADY;
    return {
      state: 'failed',
      reason: { code: code === 'EPERM' ? 'denied' : 'failed', detail: code },
    };
  }
}

export const ALREADY: Delivery = { state: 'already' };
