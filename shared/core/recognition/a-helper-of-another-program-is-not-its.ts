import { ADOPTERS } from '../keeper.ts';
import type { Process } from '../model.ts';

/**
 * Nobody who lives has started it: a helper whose root has left is adopted by an init or by a subreaper, and
 * keeps the session of its root. Below another living program of its session it is that program's.
 */
export function isOrphan(process: Process, byPid: ReadonlyMap<number, Process>): boolean {
  const parent = byPid.get(process.parent);
  if (!parent || parent.pid <= 1 || ADOPTERS.has(parent.name)) return true;
  return parent.session === undefined || parent.session !== process.session;
}
