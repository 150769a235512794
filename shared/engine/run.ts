import type { Client } from '../core/client.ts';
import type { Request } from '../core/model.ts';
import type { Receipt } from '../core/receipt.ts';
import type { ObserveContext, RunContext } from './context.ts';
import type { Begun, Reached } from './run-state.ts';
import { act } from './stages/act.ts';
import { begin } from './stages/begin.ts';
import { evidence } from './stages/evidence.ts';
import { judge } from './stages/judge.ts';
import { list } from './stages/list.ts';
import { lock } from './stages/lock.ts';
import { observeAgain } from './stages/observe-again.ts';
import { observe } from './stages/observe.ts';
import { plan } from './stages/plan.ts';
import { recordFault } from './stages/record-fault.ts';
import { recordIntent } from './stages/record-intent.ts';
import { record } from './stages/record.ts';
import { satisfy } from './stages/satisfy.ts';
import { settle } from './stages/settle.ts';
import { wipe } from './stages/wipe.ts';

/**
 * One request from the lock to the receipt. Never throws for what a machine answers; a second request for a
 * client that is being worked on is refused as `busy`. A fault of our own is thrown, and leaves a receipt.
 */
export async function runRequest(context: RunContext, request: Request): Promise<Receipt> {
  const client = clientOf(context, request.client);
  const begun: Begun = { context, client, request, began: context.machine.clock.now() };
  let reached: Reached = begun;
  try {
    const locked = (reached = await lock(begun));
    const observed = await observe(locked);
    const planned = await list(plan(observed));
    const settled = await settle(planned);
    const satisfied = await satisfy(settled);
    const intended = (reached = await recordIntent(satisfied));
    const acted = (reached = await act(await begin(intended)));
    const seen = await observeAgain(acted);
    return await record(await evidence(await wipe(judge(seen))));
  } catch (error) {
    await recordFault(reached, error);
    throw error;
  } finally {
    if (reached.lock?.granted) await reached.lock.release();
  }
}

/** The client of this id. Throws where the catalogue has none. */
export function clientOf({ clients }: Pick<ObserveContext, 'clients'>, id: string): Client {
  const client = clients.find((one) => one.id === id);
  if (!client) throw new Error(`no such client: ${id}`);
  return client;
}
