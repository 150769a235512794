import type { ClientProcess } from '@shared/core/model.ts';
import { identityOf } from '@shared/core/recognition/memory.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { nameOf, type Computer } from './computer.ts';
import { Fault } from './fault.ts';
import { isInDoubt, resolveClients, whyBlind } from './resolve-clients.ts';

/** A client with the processes that it had when somebody looked. */
export interface Running {
  readonly client: string;
  readonly processes: readonly ClientProcess[];
}

/** Those of the meant who have a process: an icon that nobody holds cannot be ended. */
export async function whoRuns(
  computer: Computer,
  name: string | undefined,
): Promise<{ readonly running: readonly Running[]; readonly blind: string }> {
  const { ids, snapshots: seen, blind } = await resolveClients(computer, name);
  const running = seen
    .filter(({ client }) => ids.includes(client))
    .map((snapshot) => ({ client: snapshot.client, processes: processesOf(snapshot) }))
    .filter(({ processes }) => processes.length > 0);
  // Of one who was named nobody has asked yet whether it may be there unseen.
  const doubted = seen.find((one) => ids.includes(one.client) && isInDoubt(one));
  return { running, blind: blind || (doubted ? whyBlind(doubted) : '') };
}

/**
 * Those who are still there after a question, as the same processes. Who was started anew meanwhile is
 * another one, about whom nobody was asked: then nothing is done.
 */
export async function stillThose(
  computer: Computer,
  before: readonly Running[],
): Promise<readonly string[]> {
  const now = new Map((await computer.engine.observe()).map((one) => [one.client, one]));
  return before.flatMap(({ client, processes }) => {
    const roots = processesOf(now.get(client)).filter(({ role }) => role === 'root');
    const known = new Set(processes.map(identityOf));
    if (roots.some((root) => !known.has(identityOf(root))))
      throw new Fault(
        `${nameOf(computer, client)} Was Restarted Meanwhile`,
        'Nothing was ended: you were asked about the one before. Ask again.',
      );
    if (processesOf(now.get(client)).length > 0) return [client];
    if (isInDoubt(now.get(client)))
      throw new Fault(
        'Cannot Tell What Is Running',
        `Nothing was ended. ${whyBlind(now.get(client))}`,
      );
    return [];
  });
}

function processesOf(snapshot: ClientSnapshot | undefined): readonly ClientProcess[] {
  if (snapshot?.seen.processes.known) return snapshot.seen.processes.value;
  throw new Fault('Cannot Tell What Is Running', `Nothing was done. ${whyBlind(snapshot)}`);
}
