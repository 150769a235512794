import type { ClientId, Refusal } from '../core/model.ts';
import type { Elsewhere } from '../core/receipt.ts';
import type { Lock } from '../store/lock-in.ts';
import type { RunContext } from './context.ts';

type Held = Extract<Lock, { readonly granted: true }>;
type LockOwner = Extract<Lock, { readonly granted: false }>['holder'];

/** What was locked, and who has one of the others. */
export interface Locks {
  readonly held: readonly Held[];
  readonly busy?: Refusal;
}

/** The right to put files back for each of these clients; the caller releases what is held. */
export async function lockAll(
  context: Pick<RunContext, 'lock'>,
  clients: readonly ClientId[],
): Promise<Locks> {
  const held: Held[] = [];
  for (const client of new Set(clients)) {
    const lock = await context.lock(client, 'restore');
    if (!lock.granted) return { held, busy: busy(client, lock.holder) };
    held.push(lock);
  }
  return { held };
}

/** Another request has this client. */
export const busy = (subject: ClientId, { request, pid, since }: LockOwner): Refusal => ({
  ...{ code: 'busy', subject, detail: `${request}, pid ${pid}, since ${since}` },
});

/** Where the locks lie, if not in their usual folder. */
export const lockedIn = ({ held }: Locks): Elsewhere | undefined =>
  held.find(({ elsewhere }) => elsewhere !== undefined)?.elsewhere;
