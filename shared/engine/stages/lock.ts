import type { Begun, Locked } from '../run-state.ts';

/** Takes the right to act on a client; a request that does not get it goes on, and does nothing. */
export async function lock(run: Begun): Promise<Locked> {
  const { context, client, request } = run;
  return { ...run, lock: await context.lock(client.id, request.kind) };
}
