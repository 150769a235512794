import type { Client } from '../core/client.ts';
import type { ClientProcess, Observation, Process } from '../core/model.ts';
import { known } from '../core/known.ts';
import { nearestAbove } from '../core/recognition/ancestors.ts';
import { sandboxMembers } from '../core/recognition/sandbox-members.ts';
import type { Machine } from '../machine/machine.ts';
import type { Processes } from '../machine/port/processes.ts';

/** What a client's processes have started and what is no part of it by its path, before a request begins. */
export interface Started {
  readonly all: readonly Process[];
  /** Those that show no program: nobody but the client that started them can say what they are. */
  readonly hidden: ReadonlySet<number>;
  /** Its helpers in a sandbox: once the sandbox has ended, their path says nothing any more. */
  readonly members: readonly Process[];
  /** Its roots: one that goes on as another program is the same process still, and may be saving. */
  readonly roots: readonly ClientProcess[];
}

/** Where nothing is asked of what was started. */
export const NOTHING_STARTED: Started = { all: [], hidden: new Set(), members: [], roots: [] };

/** What was started up to one moment, and up to a later one. */
export const withMore = (before: Started, later: Started): Started => ({
  all: [...before.all, ...later.all],
  hidden: new Set([...before.hidden, ...later.hidden]),
  members: [...before.members, ...later.members],
  roots: [...before.roots, ...later.roots],
});

export async function startedBy(
  { descendants }: Pick<Processes, 'descendants'>,
  { processes }: Observation,
): Promise<Started> {
  if (!descendants || !processes.known) return NOTHING_STARTED;
  const roots = processes.value.filter(({ role }) => role === 'root');
  const own = new Set(processes.value.map(({ pid }) => pid));
  const all = (await descendants(roots)).filter(({ pid }) => !own.has(pid));
  const members = processes.value.filter((one) => one.role === 'helper' && one.sandbox);
  return { all, hidden: hiddenAmong(all, own), members, roots };
}

/** One below another program that shows itself is that program's: the parts of a browser hide themselves. */
function hiddenAmong(all: readonly Process[], own: ReadonlySet<number>): ReadonlySet<number> {
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const isVisible = (above: Process): true | undefined =>
    (above.exe.known && !own.has(above.pid)) || undefined;
  return new Set(
    all
      .filter((one) => !one.exe.known && nearestAbove(one, byPid, isVisible) === undefined)
      .map(({ pid }) => pid),
  );
}

/**
 * Who of them is still there belongs into the answer. A member of the client's named sandbox and one that hides
 * its program are left of the client, and named; any other is no residue. None is ever ended.
 */
export async function withStarted(
  machine: Machine,
  client: Client,
  seen: Observation,
  { all, hidden, members, roots }: Started,
): Promise<Observation> {
  if (!seen.processes.known || seen.processes.value.length > 0) return seen;
  const same = roots.length === 0 ? [] : await machine.processes.untilGone(roots, 0);
  if (same.length > 0) return { ...seen, processes: known(same) };
  const there = [...all, ...members];
  if (there.length === 0) return seen;
  const asOne = there.map((one): ClientProcess => ({ ...one, role: 'helper' }));
  const left = await machine.processes.untilGone(asOne, 0);
  if (left.length === 0) return seen;
  const memberOf = sandboxMembers([client], machine.platform);
  const isIts = (one: Process): boolean => hidden.has(one.pid) || memberOf(one) === client.id;
  const its = left.filter(isIts).map((one) => ({ ...one, onlyNamed: true as const }));
  const started = left.filter((one) => !isIts(one));
  return {
    ...seen,
    processes: known(its),
    ...(started.length === 0 ? {} : { started }),
  };
}
