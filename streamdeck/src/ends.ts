import type { Glance } from '../../shared/exit.ts';
import type { Ended } from './facts.ts';

/**
 * Forgets what became of requests where that says nothing any more: an exit whose client has gone since, or
 * was started anew; a purge whose client is there again.
 */
export function dropStale(
  ends: Map<string, Ended>,
  glances: ReadonlyMap<string, Glance> | undefined,
): void {
  for (const [id, ended] of ends) {
    const glance = glances?.get(id);
    if (!glance || glance.presence === 'unknown') continue;
    if (ended.kind === 'purge' ? glance.presence !== 'gone' : isOver(ended, glance))
      ends.delete(id);
  }
}

function isOver({ receipt }: Ended, { presence, seen }: Glance): boolean {
  if (presence === 'gone') return true;
  if (!receipt || !seen.processes.known) return false;
  const then = new Set(receipt.left.processes.map(({ pid }) => pid));
  // An icon without a process has no identity to compare.
  if (then.size === 0 && seen.processes.value.length === 0) return false;
  return !seen.processes.value.some(({ pid }) => then.has(pid));
}
