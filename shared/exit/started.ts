import type { ClientProcess, Observation, Process } from '../core/model.ts';
import type { Machine } from '../machine/machine.ts';

/** What a client's processes have started and what is no part of it, before a request begins. */
export async function startedBy(
  machine: Machine,
  { processes }: Observation,
): Promise<readonly Process[]> {
  if (!machine.descendants || !processes.known) return [];
  const roots = processes.value.filter(({ role }) => role === 'root');
  const own = new Set(processes.value.map(({ pid }) => pid));
  return (await machine.descendants(roots)).filter(({ pid }) => !own.has(pid));
}

/** Who of them is still there belongs into the answer: it is no residue, and it is never ended. */
export async function withStarted(
  machine: Machine,
  seen: Observation,
  started: readonly Process[],
): Promise<Observation> {
  if (started.length === 0 || (seen.processes.known && seen.processes.value.length > 0))
    return seen;
  const asOne = started.map((one): ClientProcess => ({ ...one, role: 'helper' }));
  const left = await machine.untilGone(asOne, 0);
  return left.length === 0 ? seen : { ...seen, started: left };
}
