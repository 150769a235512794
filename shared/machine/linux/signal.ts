import type { Delivery, Process } from '../../core/model.ts';
import { codeOf } from '../files/fault.ts';
import { readProcess } from './processes.ts';

/**
 * Sends one signal, after checking in the same breath that the pid is still the same process: start
 * time, owner and program. A process that has gone is `already`, never an error.
 */
export function signal(process_: Process, name: 'SIGTERM' | 'SIGKILL'): Delivery {
  let now: Process | undefined;
  try {
    now = readProcess(process_.pid);
  } catch (error) {
    return { delivered: false, ...unknownWhy(codeOf(error)) };
  }
  if (!now) return { delivered: true, detail: 'already' };
  if (!isSame(now, process_)) return { delivered: true, detail: 'already' };
  try {
    process.kill(process_.pid, name);
    return { delivered: true };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ESRCH') return { delivered: true, detail: 'already' };
    return { delivered: false, ...unknownWhy(code) };
  }
}

const unknownWhy = (
  code: string,
): { readonly why: { code: 'denied' | 'failed'; detail: string } } => ({
  why: { code: code === 'EPERM' ? 'denied' : 'failed', detail: code },
});

/** Another program behind the same pid and start time is a process that called exec: not ours to end. */
const isSame = (now: Process, then: Process): boolean =>
  now.startTime === then.startTime &&
  now.owner === then.owner &&
  (!then.exe.known || (now.exe.known && now.exe.value === then.exe.value));
