import type { ProcessIdentity } from '../model.ts';
import type { Exactly, Order } from './order.ts';

/**
 * What an order means, whatever its file looks like: the order of names, the way a time is written and what is absent
 * make no difference. The digest that persons sign is made from this.
 */
export const meaningOf = (order: Order): Order => ({
  schema: order.schema,
  kind: order.kind,
  clients: unique(order.clients),
  ...(order.then === undefined ? {} : { then: order.then }),
  ...(order.tiers === undefined ? {} : { tiers: unique(order.tiers) }),
  ...(order.account === undefined ? {} : { account: order.account }),
  ...(order.permanently === undefined ? {} : { permanently: order.permanently }),
  ...(order.everything === undefined ? {} : { everything: order.everything }),
  steps: unique(order.steps),
  policy: order.policy,
  device: order.device,
  nonce: order.nonce,
  issued: utc(order.issued),
  expires: utc(order.expires),
  ...(order.exactly === undefined ? {} : { exactly: exactlyOf(order.exactly) }),
});

const unique = <T extends string>(all: readonly T[]): readonly T[] => [...new Set(all)].sort();

const utc = (time: string): string => new Date(time).toISOString();

const exactlyOf = ({ roots, lists }: Exactly): Exactly => ({
  roots: Object.fromEntries(
    Object.entries(roots).map(([client, all]) => [client, sortedRoots(all)]),
  ),
  ...(lists === undefined ? {} : { lists }),
});

/** Processes in one order, each with what names it alone. */
export const sortedRoots = (all: readonly ProcessIdentity[]): readonly ProcessIdentity[] =>
  all
    .map(({ pid, startTime, owner }) => ({ pid, startTime, owner }))
    .sort((a, b) => a.pid - b.pid || (a.startTime < b.startTime ? -1 : 1));
