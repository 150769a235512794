import type { Holder } from '../claim.ts';
import { codeOf } from '../files/fault.ts';
import { isRunning, readStat } from '../linux/processes.ts';

/** This process as the holder of a claim. */
export const thisHolder = (request: string): Holder => ({
  pid: process.pid,
  startTime: readStat(process.pid)?.startTime ?? '',
  request,
  since: new Date().toISOString(),
});

/** The very same process still runs; by its pid alone where the system tells no start time. */
export function holderLives({ pid, startTime }: Holder): boolean {
  if (startTime !== '') return isRunning({ pid, startTime });
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
