import { rmSync } from 'node:fs';
import path from 'node:path';
import { signedText, type Approval, type Order } from '../../../shared/core/order/order.ts';
import { attempt, type Attempt } from '../attempt.ts';
import type { Desk } from '../desk.ts';

const HOUR_MS = 3_600_000;

/** Two persons of the office and one of outside; the managed list has the first two. */
const office = (desk: Desk): void => desk.allow(['anna', 'a'], ['bob', 'b']);

const both = (desk: Desk, order: Order): Promise<Approval[]> =>
  Promise.all([desk.approval(order, 'a'), desk.approval(order, 'b')]);

/** An order that is right, and what is made of it. */
const changing = (
  title: string,
  change: (order: Order) => Partial<Record<keyof Order, unknown>>,
): Attempt =>
  attempt('order-changed', title, async (desk) => {
    office(desk);
    const order = await desk.order();
    const approvals = await both(desk, order);
    await desk.orders.run({ ...order, ...change(order) } as Order, approvals);
    return undefined;
  });

const changed: readonly Attempt[] = [
  changing('another kind', () => ({ kind: 'force' })),
  changing('another client beside it', ({ clients }) => ({ clients: [...clients, 'telegram'] })),
  changing('force behind it', () => ({ then: 'force' })),
  changing('a purge in its place', () => ({ kind: 'purge', tiers: ['cache'] })),
  changing('more tiers', () => ({ tiers: ['cache', 'your-files'] })),
  changing('past the trash', () => ({ permanently: true })),
  changing('another account', () => ({ account: 'wxid_1' })),
  changing('other steps', () => ({ steps: ['end-root'] })),
  changing('no steps', () => ({ steps: [] })),
  changing('another policy', () => ({ policy: `sha256:${'0'.repeat(64)}` })),
  changing('another computer', () => ({ device: 'f'.repeat(64) })),
  changing('another nonce', () => ({ nonce: 'f'.repeat(32) })),
  changing('a later end', () => ({ expires: '2199-01-01T00:00:00.000Z' })),
  changing('an earlier beginning', () => ({ issued: '2001-01-01T00:00:00.000Z' })),
  changing('named processes', () => ({ exactly: { roots: { wechat: [] } } })),
];

const approving = (
  title: string,
  of: (desk: Desk, order: Order) => Promise<readonly Approval[]>,
): Attempt =>
  attempt('order-approval', title, async (desk) => {
    office(desk);
    const order = await desk.order();
    await desk.orders.run(order, await of(desk, order));
    return undefined;
  });

const edited = (one: Approval, at: number): Approval => {
  const lines = one.signature.split('\n');
  const line = lines[at] ?? '';
  lines[at] = `${line.startsWith('A') ? 'B' : 'A'}${line.slice(1)}`;
  return { ...one, signature: lines.join('\n') };
};

const approvals: readonly Attempt[] = [
  approving('nobody', async () => []),
  approving('one person', async (desk, order) => [await desk.approval(order, 'a')]),
  approving('one approval, given twice', async (desk, order) => {
    const one = await desk.approval(order, 'a');
    return [one, one];
  }),
  approving('one person who signs twice', async (desk, order) => [
    await desk.approval(order, 'a'),
    await desk.approval(order, 'a'),
  ]),
  approving('one key under two names', async (desk, order) => {
    desk.allow(['anna', 'a'], ['bob', 'a']);
    return [await desk.approval(order, 'a'), await desk.approval(order, 'a')];
  }),
  approving('a second key of the same person', async (desk, order) => {
    desk.allow(['anna', 'a'], ['anna', 'b']);
    return both(desk, order);
  }),
  approving('a name that fits all', async (desk, order) => {
    desk.allow(['*', 'a'], ['bob', 'b']);
    return both(desk, order);
  }),
  approving('a person of outside', async (desk, order) => [
    await desk.approval(order, 'a'),
    await desk.approval(order, 'outside'),
  ]),
  approving('a key that is no longer valid', async (desk, order) => {
    desk.allow(['anna', 'a'], ['bob valid-before="20010101"', 'b']);
    return both(desk, order);
  }),
  approving('a key that is not valid yet', async (desk, order) => {
    desk.allow(['anna', 'a'], ['bob valid-after="21000101"', 'b']);
    return both(desk, order);
  }),
  approving('a key that is for other things', async (desk, order) => {
    desk.allow(['anna', 'a'], ['bob namespaces="git"', 'b']);
    return both(desk, order);
  }),
  approving('a signature for a stick', async (desk, order) => [
    await desk.approval(order, 'a'),
    await desk.approval(order, 'b', { namespace: 'clean-exit-volume' }),
  ]),
  approving('a signature over something else', async (desk, order) => [
    await desk.approval(order, 'a'),
    await desk.approval(order, 'b', { text: signedText('0'.repeat(64)) }),
  ]),
  approving('approvals of another order', async (desk) =>
    both(desk, await desk.order({ kind: 'hide' })),
  ),
  approving('approvals of another order, under the name of this one', async (desk, order) => {
    const digest = desk.orders.digestOf(order);
    const others = await both(desk, await desk.order({ kind: 'hide' }));
    return others.map((one) => ({ ...one, order: digest }));
  }),
  approving('no signature at all', async (desk, order) => {
    const one = await desk.approval(order, 'a');
    return [one, { ...one, signature: '' }];
  }),
  ...[1, 2, 3, 4].map((line) =>
    approving(`a signature with another letter in line ${line}`, async (desk, order) => [
      await desk.approval(order, 'a'),
      edited(await desk.approval(order, 'b'), line),
    ]),
  ),
];

/** An order that has run once; its client is there again. */
async function ran(desk: Desk): Promise<readonly [Order, Approval[]]> {
  office(desk);
  const order = await desk.order();
  const signed = await both(desk, order);
  const { began } = await desk.orders.run(order, signed);
  if (!began) throw new Error('it did not run');
  desk.come(7_000);
  desk.world.deeds.splice(0);
  return [order, signed];
}

const again: readonly Attempt[] = [
  attempt('order-again', 'the same once more', async (desk) => {
    await desk.orders.run(...(await ran(desk)));
    return undefined;
  }),
  attempt('order-again', 'the same with new signatures', async (desk) => {
    const [order] = await ran(desk);
    await desk.orders.run(order, await both(desk, order));
    return undefined;
  }),
  attempt('order-again', 'the same in another order of its approvals', async (desk) => {
    const [order, signed] = await ran(desk);
    await desk.orders.run(order, [...signed].reverse());
    return undefined;
  }),
  attempt('order-again', 'once it is over', async (desk) => {
    office(desk);
    const order = await desk.order();
    const signed = await both(desk, order);
    desk.world.now += 9 * HOUR_MS;
    await desk.orders.run(order, signed);
    return undefined;
  }),
  attempt('clock-back', 'an order that is over, and the clock is set back', async (desk) => {
    office(desk);
    const order = await desk.order();
    const signed = await both(desk, order);
    desk.world.now += 9 * HOUR_MS;
    await desk.ask({ kind: 'hide' });
    desk.world.deeds.splice(0);
    desk.world.now -= 8 * HOUR_MS;
    await desk.orders.run(order, signed);
    return undefined;
  }),
  attempt('order-elsewhere', 'an order for another desk', async (desk) => {
    office(desk);
    const order = await desk.order({ device: 'e'.repeat(64) });
    await desk.orders.run(order, await both(desk, order));
    return undefined;
  }),
  ...(
    [
      ['times', { times: { timeoutMs: 1 } }],
      ['doubts', { doubts: 'strict' }],
      ['what is demanded', { demand: { force: ['presence'] } }],
    ] as const
  ).map(([what, policy]) =>
    attempt('order-elsewhere', `the policy changed since: ${what}`, async (desk) => {
      office(desk);
      const order = await desk.order();
      const signed = await both(desk, order);
      desk.managed(policy);
      await desk.orders.run(order, signed);
      return undefined;
    }),
  ),
  attempt(
    'own-signers',
    'two persons that the owner invents, where no list is managed',
    async (desk) => {
      desk.allow(['carol', 'c'], ['dave', 'd']);
      const order = await desk.order();
      const signed = await Promise.all([desk.approval(order, 'c'), desk.approval(order, 'd')]);
      const { receipts } = await desk.orders.run(order, signed);
      return receipts[0]?.order?.approvedBy.map(({ key }) => key).join();
    },
  ),
  attempt(
    'book-deleted',
    'the book of used orders is deleted, and it runs once more',
    async (desk) => {
      const [order, signed] = await ran(desk);
      rmSync(path.join(desk.places.ourState, 'orders'), { recursive: true });
      await desk.orders.run(order, signed);
      const same = desk
        .receipts()
        .filter((one) => one.order?.digest === desk.orders.digestOf(order));
      return same.length > 1 ? `${same.length} receipts of one order` : undefined;
    },
  ),
];

export const orders: readonly Attempt[] = [...changed, ...approvals, ...again];
