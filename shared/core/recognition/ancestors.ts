import type { Process } from '../model.ts';

/** What `find` first answers on the way up from a process; undefined where no ancestor has an answer. */
export function nearestAbove<T>(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
  find: (ancestor: Process) => T | undefined,
): T | undefined {
  const seen = new Set([process.pid]);
  for (let at = byPid.get(process.parent); at && !seen.has(at.pid); at = byPid.get(at.parent)) {
    const found = find(at);
    if (found !== undefined) return found;
    seen.add(at.pid);
  }
  return undefined;
}
