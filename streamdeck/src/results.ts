import type { ClientProcess } from '../../shared/core/model.ts';
import type { ClientSnapshot } from '../../shared/engine/engine.ts';
import { isRecent } from './deck-state.ts';
import type { Result } from '../../shared/engine/watch/in-flight.ts';

/** How long it is shown that a request could not be carried out at all, or not be recorded, in ms. */
const FAULT_MS = 30_000;

/** A deed that the audit log does not have, although a policy wants it there; shown for a while. */
export const isUnrecorded = ({ receipt, at }: Result, now: number): boolean =>
  receipt?.audit?.fault !== undefined && isRecent(at, now, FAULT_MS);

/**
 * Forgets what became of requests where that says nothing any more: an exit whose client has gone since, or
 * was started anew; a purge whose client is there again; a fault of some time ago. What is not recorded stays for a while.
 */
export function dropStale(
  results: Map<string, Result>,
  snapshots: ReadonlyMap<string, ClientSnapshot> | undefined,
  now: number,
): void {
  for (const [id, ended] of results) {
    const snapshot = snapshots?.get(id);
    const isStale =
      ended.fault !== undefined
        ? !isRecent(ended.at, now, FAULT_MS)
        : !isUnrecorded(ended, now) &&
          snapshot !== undefined &&
          snapshot.presence !== 'unknown' &&
          isOver(ended, snapshot);
    if (isStale) results.delete(id);
  }
}

function isOver({ kind, seen }: Result, snapshot: ClientSnapshot): boolean {
  const { processes } = snapshot.seen;
  if (kind === 'purge') return !processes.known || processes.value.length > 0;
  if (snapshot.presence === 'gone') return true;
  if (!seen?.processes.known || !snapshot.seen.processes.known) return false;
  // A process is its pid and its start time.
  const named = ({ pid, startTime }: ClientProcess): string => `${pid} ${startTime}`;
  const then = new Set(seen.processes.value.map(named));
  // An icon without a process has no identity to compare.
  if (then.size === 0 && snapshot.seen.processes.value.length === 0) return false;
  return !snapshot.seen.processes.value.some((one) => then.has(named(one)));
}
