import { ADOPTERS } from '../supervisor.ts';
import type { Process } from '../model.ts';

/**
 * Whether a helper without a root above it is left behind. `yes`: an init has adopted it. `no`: it stands below
 * another living program of its session, so it is that program's. `unclear`: the program above has another
 * session, as an unknown subreaper has, and as a supervisor has that started it in a session of its own.
 */
export function isOrphan(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
): 'yes' | 'no' | 'unclear' {
  const parent = byPid.get(process.parent);
  if (!parent || parent.pid <= 1 || ADOPTERS.has(parent.name)) return 'yes';
  if (parent.session === undefined) return 'yes';
  return parent.session === process.session ? 'no' : 'unclear';
}
