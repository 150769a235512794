import { known, type Known } from '../core/known.ts';
import type { Observation, Presence } from '../core/model.ts';
import { presence } from '../core/presence.ts';
import type { Processes } from '../machine/port/processes.ts';
import type { ObserveContext } from './context.ts';
import { observe } from './observe.ts';
import { recognizerOf } from './recognizer-of.ts';

/** What one client is doing, without a look at its files. */
export interface ClientSnapshot {
  readonly client: string;
  readonly presence: Presence;
  readonly seen: Observation;
}

/** One look for many clients; the files are not looked at, which is what makes it cheap. */
export async function snapshotsOf(context: ObserveContext): Promise<readonly ClientSnapshot[]> {
  const all = await observe(context, recognizerOf(context), { trayIcons: true, windows: true });
  return [...all].map(([client, seen]) => ({
    client,
    presence: presence(seen),
    seen,
  }));
}

/** Bytes in memory of all that runs for a client. */
export async function memoryIn(
  processes: Pick<Processes, 'memory'>,
  seen: Observation,
): Promise<Known<number>> {
  if (!seen.processes.known) return seen.processes;
  return seen.processes.value.length === 0 ? known(0) : processes.memory(seen.processes.value);
}
