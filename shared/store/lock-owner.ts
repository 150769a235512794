import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import type { LockOwner } from './lock.ts';
import { codeOf } from '../machine/files/errno.ts';
import { isRunning, readStat } from '../machine/linux/processes.ts';

/** A holder shows that it lives by touching its claim this often: to those who cannot look it up. */
export const HEARTBEAT_MS = 3_000;
/** In ms: a living owner never stays silent for this long. */
const SILENT_MS = 20_000;

/**
 * This process as the holder of a claim. Only Linux tells its start time for nothing; elsewhere, and where
 * many commands live and die in one process (Raycast), a beat tells that this one still lives.
 */
export function thisOwner(request: string): LockOwner {
  // There is no user id on Windows, and no /proc that is Windows' own.
  const startTime = process.getuid ? (readStat(process.pid)?.startTime ?? '') : '';
  const pids = startTime === '' ? {} : { pidsOf: pidsHere() };
  return { pid: process.pid, startTime, ...pids, request, since: new Date().toISOString() };
}

/**
 * Which processes our pids mean: a container or a sandbox has its own, and so has another computer with the same
 * home. Empty where /proc is that of others (pid_namespaces(7)).
 */
function pidsHere(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${readlinkSync('/proc/self/ns/pid')} ${boot}`;
  } catch {
    return '';
  }
}

/**
 * The very same process still runs. A pid of another namespace or boot means nothing here: then, and without a
 * start time, its beat tells. So a dead one keeps nobody out for longer than twenty seconds.
 */
export function isOwnerAlive(holder: LockOwner, touchedAt = Date.now()): boolean {
  const { pid, startTime, pidsOf } = holder;
  const isHere = pidsOf === undefined || (pidsOf !== '' && pidsOf === pidsHere());
  if (startTime !== '' && isHere) return isRunning({ pid, startTime });
  if (Math.abs(Date.now() - touchedAt) > SILENT_MS) return false;
  if (!isHere) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
