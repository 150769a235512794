import process from 'node:process';
import type { Holder } from '../claim.ts';
import { codeOf } from '../files/fault.ts';
import { isRunning, readStat } from '../linux/processes.ts';

/** Without a start time a holder shows that it lives by touching its claim this often. */
export const BEAT_MS = 3_000;
/** Nobody is kept from that for so long. */
const SILENT_MS = 20_000;

/**
 * This process as the holder of a claim. Only Linux tells its start time for nothing; elsewhere, and where
 * many commands live and die in one process (Raycast), a beat tells that this one still lives.
 */
export function thisHolder(request: string): Holder {
  // There is no user id on Windows, and no /proc that is Windows' own.
  const startTime = process.getuid ? (readStat(process.pid)?.startTime ?? '') : '';
  return { pid: process.pid, startTime, request, since: new Date().toISOString() };
}

/** The very same process still runs; without a start time, the pid does and it has touched its claim. */
export function holderLives({ pid, startTime }: Holder, touchedAt = Date.now()): boolean {
  if (startTime !== '') return isRunning({ pid, startTime });
  if (Math.abs(Date.now() - touchedAt) > SILENT_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
