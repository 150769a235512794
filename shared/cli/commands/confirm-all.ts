import type { Client } from '../../core/client.ts';
import type { Request } from '../../core/model.ts';
import { presence } from '../../core/presence.ts';
import { words } from '../../words/words.ts';
import { pressEnter } from '../pick.ts';
import { NotDone, type Context } from '../context.ts';
import { engineOf } from '../engine-of.ts';
import { onlySeen } from '../only-seen.ts';
import { nameIn } from '../resolve-clients.ts';

/**
 * Says in one line whom a request for all clients means, and waits for Enter. The requests come back with the roots that
 * were there when the line was made, so that what starts behind it is left alone. Throws NotDone for anything but Enter.
 */
export async function confirmAll(
  context: Context,
  clients: readonly Client[],
  requests: readonly Request[],
): Promise<readonly Request[]> {
  const say = words(context.lang);
  const engine = engineOf(context);
  const previews = await Promise.all(requests.map((one) => engine.preview(one)));
  const names = clients.map((client, at) => {
    const seen = previews[at]?.seen;
    const state = seen ? ` (${say.presence[presence(seen)]})` : '';
    return `${nameIn(context, client)}${state}`;
  });
  const [first] = requests;
  const how = first?.kind === 'force' ? 'force' : first?.then === 'force' ? 'then-force' : 'exit';
  const line = say.typed.willLeave[how](names.join(say.typed.comma));
  if (!(await pressEnter(context, line))) throw new NotDone();
  return previews.map(onlySeen);
}
