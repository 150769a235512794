import type { ClientId, Observation, Refusal } from '../model.ts';
import { refusalForDoubts } from './what-is-not-recognised-is-not-gone.ts';

/** Why no file of a client may be touched at this moment: it runs, or nobody can tell. */
export function refusalWhile(id: ClientId, seen: Observation | undefined): Refusal | undefined {
  if (!seen?.processes.known) return { code: 'blind', subject: id };
  if (seen.processes.value.length > 0) return { code: 'client-running', subject: id };
  return refusalForDoubts(seen);
}
