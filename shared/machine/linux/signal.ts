import os from 'node:os';
import type { Why } from '../../core/known.ts';
import type { Delivery, Process } from '../../core/model.ts';
import { codeOf } from '../files/errno.ts';
import { sendByPidfd } from './pidfd.ts';
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
    return { state: 'failed', reason: unknownWhy(codeOf(error)) };
  }
  if (!now) return { state: 'already' };
  if (!isSame(now, process_)) return { state: 'already' };
  try {
    process.kill(process_.pid, name);
    return { state: 'delivered' };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ESRCH') return { state: 'already' };
    return { state: 'failed', reason: unknownWhy(code) };
  }
}

/**
 * The same by a handle (pidfd), so that nobody gets the pid between the check and the signal; by `signal` where
 * this system has none.
 */
export async function signalByHandle(
  process_: Process,
  name: 'SIGTERM' | 'SIGKILL',
  send = sendByPidfd,
): Promise<Delivery> {
  let fault: string | undefined;
  const isStill = (): boolean => {
    try {
      const now = readProcess(process_.pid);
      return now !== undefined && isSame(now, process_);
    } catch (error) {
      fault = codeOf(error);
      return false;
    }
  };
  const said = await send(process_.pid, os.constants.signals[name], isStill);
  if (fault !== undefined) return { state: 'failed', reason: unknownWhy(fault) };
  if (said === undefined) return signal(process_, name);
  if (said === 0) return { state: 'delivered' };
  const { ESRCH, EPERM } = os.constants.errno;
  if (said === 'other' || said === ESRCH) return { state: 'already' };
  return { state: 'failed', reason: unknownWhy(said === EPERM ? 'EPERM' : `errno ${said}`) };
}

const unknownWhy = (code: string): Why => ({
  code: code === 'EPERM' ? 'denied' : 'failed',
  detail: code,
});

/**
 * Another program behind the same pid and start time is a process that called exec: not ours to end. One that
 * hides its program meanwhile is still the same.
 */
const isSame = (now: Process, then: Process): boolean =>
  now.startTime === then.startTime &&
  now.owner === then.owner &&
  (!then.exe.known || !now.exe.known || now.exe.value === then.exe.value);
