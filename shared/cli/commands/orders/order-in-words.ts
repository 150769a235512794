import type { Order } from '../../../core/order/order.ts';
import { WIPED } from '../../../core/requests/wipe.ts';
import { words } from '../../../words/words.ts';
import type { Context } from '../../context.ts';
import { localTime } from '../../print/local-time.ts';
import { columnsOf } from '../../print/screen.ts';
import { table } from '../../print/table.ts';
import { nameIn } from '../../resolve-clients.ts';

/** What an order would do, as a person reads it before signing: what, to what, where, until when, under which policy. */
export function orderLines(
  context: Context,
  order: Order,
  { digest, device }: { readonly digest: string; readonly device?: string | undefined },
): readonly string[] {
  const { screen, lang } = context;
  const say = words(lang);
  const { row, ...of } = say.order;
  const { comma } = say.receipt;
  const kind = say.request[order.kind];
  const steps = order.steps.map((one) => of.steps[one]).join(comma);
  const here = device === order.device ? ` (${of.thisDevice})` : '';
  const tiers = order.kind === 'wipe' ? WIPED : (order.tiers ?? []);
  const removes = order.kind === 'purge' || order.kind === 'wipe';
  const sets = say.reset[order.everything ? 'everything' : 'settings'];
  const rows: readonly (readonly [string, string] | false)[] = [
    [row.what, order.then ? `${kind}${comma}${of.andForce}` : kind],
    [row.apps, order.clients.map((id) => called(context, id)).join(comma)],
    removes && [row.tiers, tiers.map((one) => say.tier[one]).join(comma)],
    order.account !== undefined && [row.account, order.account],
    removes && [row.where, order.permanently ? of.forGood : of.toTrash],
    order.kind === 'reset' && [row.sets, sets],
    [row.exactly, exactly(order, say.order).join(comma) || of.allRoots],
    [row.steps, steps || of.noSteps],
    [row.device, `${order.device}${here}`],
    [row.until, localTime(order.expires)],
    [row.policy, order.policy],
    [row.digest, digest],
  ];
  return [
    of.wants,
    ...table(
      rows.filter((one) => one !== false).map(([label, value]) => [`  ${label}`, value]),
      columnsOf(screen),
    ),
  ];
}

/** The name and the id: a person who approves knows the one, and what is signed is the other. */
function called(context: Context, id: string): string {
  const client = context.clients.find((one) => one.id === id);
  return client ? `${nameIn(context, client)} (${id})` : id;
}

function exactly(
  { exactly: named }: Order,
  say: ReturnType<typeof words>['order'],
): readonly string[] {
  if (!named) return [];
  const roots = Object.entries(named.roots).flatMap(([client, all]) =>
    all.map(({ pid }) => say.root(client, pid)),
  );
  const lists = Object.entries(named.lists ?? {}).map(([client, code]) => say.list(client, code));
  return [...roots, ...lists];
}
