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
  if (!now.known) return { delivered: false, why: now.why };
  if (!isSame(now.value.get(process_.pid), process_)) return ALREADY;
  try {
    process.kill(process_.pid, name);
    return { delivered: true };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ESRCH') return ALREADY;
    return {
      delivered: false,
      why: { code: code === 'EPERM' ? 'denied' : 'failed', detail: code },
    };
  }
}

export const ALREADY: Delivery = { delivered: true, detail: 'already' };
