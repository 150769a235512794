import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../shared/core/order/order.ts';
import { orderDigest } from '../../../shared/store/order-digest.ts';

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const moment = fc
  .integer({ min: 1_500_000_000, max: 2_500_000_000 })
  .map((seconds) => new Date(seconds * 1_000).toISOString());
const root = fc.record({ pid: fc.nat(), startTime: hex(4), owner: hex(3) });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const orders: fc.Arbitrary<Order> = fc.record({
  schema: fc.constant('clean-exit/order/1' as const),
  kind: fc.constantFrom('exit', 'force', 'purge', 'hide', 'wipe', 'reset'),
  clients: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
  then: maybe(fc.constant('force' as const)),
  tiers: maybe(fc.uniqueArray(fc.constantFrom('cache', 'leftover', 're-download', 'your-files'))),
  account: maybe(fc.string({ unit: 'grapheme', minLength: 1 })),
  permanently: maybe(fc.constant(true as const)),
  everything: maybe(fc.constant(true as const)),
  steps: fc.uniqueArray(fc.constantFrom('ask', 'wait', 'end-root', 'end-helper', 'settle')),
  policy: hex(64).map((digest) => `sha256:${digest}`),
  device: hex(64),
  nonce: hex(32),
  issued: moment,
  expires: moment,
  exactly: maybe(
    fc.record({
      roots: fc.dictionary(fc.constantFrom('a', 'b'), fc.array(root)),
      lists: maybe(fc.dictionary(fc.constantFrom('a', 'b'), hex(16))),
    }),
  ),
});

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });

/** The same order in another file: names in another order, white space, times in another zone. */
const writtenOtherwise = (order: Order): fc.Arbitrary<Order> =>
  fc
    .record({
      names: shuffled(Object.keys(order)),
      clients: shuffled(order.clients),
      steps: shuffled(order.steps),
      space: fc.constantFrom(undefined, 1, '\t'),
      hours: fc.integer({ min: 0, max: 13 }),
    })
    .map(({ names, clients, steps, space, hours }) => {
      const changed = { ...order, clients, steps, expires: inZone(order.expires, hours) };
      const sorted = names.map((name) => [name, changed[name as keyof Order]]);
      return JSON.parse(JSON.stringify(Object.fromEntries(sorted), null, space)) as Order;
    });

function inZone(time: string, hours: number): string {
  const there = new Date(Date.parse(time) + hours * 3_600_000).toISOString().replace('Z', '');
  return `${there}+${String(hours).padStart(2, '0')}:00`;
}

describe('the digest of an order', () => {
  it('is the same for every file that means the same', () => {
    fc.assert(
      fc.property(
        orders.chain((order) => fc.tuple(fc.constant(order), writtenOtherwise(order))),
        ([order, other]) => {
          expect(orderDigest(other)).toBe(orderDigest(order));
        },
      ),
    );
  });

  it('is another one where any field means something else', () => {
    const fields = fc.constantFrom(
      ...([
        'kind',
        'clients',
        'then',
        'tiers',
        'account',
        'permanently',
        'everything',
        'steps',
      ] as const),
      ...(['policy', 'device', 'nonce', 'issued', 'expires', 'exactly'] as const),
    );
    const meant = (order: Order, field: keyof Order): string => {
      const value = order[field] ?? null;
      return JSON.stringify(
        Array.isArray(value) ? [...(value as readonly string[])].sort() : value,
      );
    };
    fc.assert(
      fc.property(orders, orders, fields, (order, other, field) => {
        fc.pre(meant(order, field) !== meant(other, field));
        expect(orderDigest({ ...order, [field]: other[field] })).not.toBe(orderDigest(order));
      }),
    );
  });
});
