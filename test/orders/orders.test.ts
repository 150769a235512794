import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../shared/core/order/order.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { openEngine } from '../../shared/engine/engine.ts';
import { orderBook } from '../../shared/store/order-book.ts';
import { openStore } from '../../shared/store/store.ts';
import { anOffice, codesOf, lacks, type Office } from './an-office.ts';

const HOUR_MS = 3_600_000;

/** Anna and Bob may sign, each with a key of their own. */
function withTwo(): Office {
  const office = anOffice();
  office.allow(['anna', 'a'], ['bob', 'b']);
  return office;
}

const both = (office: Office, order: Order) =>
  Promise.all([office.approval(order, 'a'), office.approval(order, 'b')]);

describe.skipIf(lacks)(`an order${lacks}`, () => {
  it('runs with the approval of two persons, and its receipt says who they were', async () => {
    const office = withTwo();
    office.come();
    const order = await office.order();
    const { began, receipts, digest } = await office.orders.run(order, await both(office, order));
    expect(began).toBe(true);
    expect(receipts).toMatchObject([
      {
        ...{ client: 'wechat', result: 'done', verdict: 'gone', trigger: 'order', refusals: [] },
        order: { digest, approvedBy: [{ principal: 'anna' }, { principal: 'bob' }] },
      },
    ]);
    expect(receipts[0]?.order?.approvedBy[0]?.key).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });

  it('runs for each of its clients, with one receipt a client', async () => {
    const office = withTwo();
    office.come();
    const order = await office.order({ clients: ['wechat', 'telegram'] });
    const { receipts } = await office.orders.run(order, await both(office, order));
    expect(receipts.map(({ client, result }) => [client, result])).toEqual([
      ['wechat', 'done'],
      ['telegram', 'nothing-to-do'],
    ]);
  });

  it('of 17:00 runs at 18:30, whatever was started and closed in between', async () => {
    const office = withTwo();
    office.come(4_100);
    const order = await office.order();
    const approvals = await both(office, order);
    for (const actor of [...office.world.actors]) office.world.leave(actor);
    office.world.now += 1.5 * HOUR_MS;
    office.come(5_200);
    expect(await office.codes(order, approvals)).toEqual([]);
    expect(office.world.actors).toEqual([]);
  });

  it('may end by force what it says, without a question', async () => {
    const office = withTwo();
    office.come();
    const order = await office.order({ kind: 'force' });
    const { receipts } = await office.orders.run(order, await both(office, order));
    expect(receipts).toMatchObject([
      { request: 'force', result: 'done', consent: { by: 'option' } },
    ]);
  });

  it('is the proof where the policy demands two persons, and a person alone is refused', async () => {
    const office = withTwo();
    const proofs = ['two-persons'] as const;
    office.policy({ demand: { force: { person: proofs, order: proofs } } });
    office.come();
    const { machine } = office;
    const engine = openEngine({ machine, store: openStore(office), surface: 'test' });
    const alone = await engine.run({ kind: 'force', client: 'wechat' });
    expect(alone).toMatchObject({ result: 'refused', refusals: [{ code: 'needs-proof' }] });
    const order = await office.order({ kind: 'force' });
    const { receipts } = await office.orders.run(order, await both(office, order));
    expect(receipts).toMatchObject([
      { result: 'done', proofs: [{ kind: 'two-persons', by: 'anna, bob' }] },
    ]);
  });

  it('sets the settings aside, and its records where it says everything', async () => {
    for (const everything of [undefined, true] as const) {
      const office = withTwo();
      office.world.files = [
        { client: 'wechat', tier: 'messages', bytes: 1, path: '/home/ming/a', isSettings: true },
        { client: 'wechat', tier: 'messages', bytes: 1, path: '/home/ming/b' },
      ];
      const order = await office.order({ kind: 'reset', everything });
      expect(await office.codes(order, await both(office, order))).toEqual([]);
      expect(office.world.resets.map(({ files }) => files.length)).toEqual([everything ? 2 : 1]);
    }
  });

  it.each(['wipe', 'reset'] as const)(
    'to %s is asked for what the policy demands of that by order',
    async (kind) => {
      const office = withTwo();
      office.policy({ demand: { [kind]: { order: ['presence'] } } });
      office.world.files = [
        { client: 'wechat', tier: 'cache', bytes: 1, path: '/home/ming/a', isSettings: true },
      ];
      office.come();
      const order = await office.order({ kind });
      if (kind === 'reset') for (const actor of [...office.world.actors]) office.world.leave(actor);
      expect(await office.codes(order, await both(office, order))).toEqual(['needs-proof']);
    },
  );

  it('is not spent where a proof that the policy demands as well is not given', async () => {
    const office = withTwo();
    office.policy({ demand: { force: { order: ['signature'] } } });
    office.come();
    const order = await office.order({ kind: 'force' });
    const approvals = await both(office, order);
    expect(await office.codes(order, approvals)).toEqual(['needs-proof']);
    expect(await office.codes(order, approvals)).toEqual(['needs-proof']);
  });

  it('keeps what it used 0600, in the state folder', async () => {
    const office = withTwo();
    const order = await office.order();
    await office.orders.run(order, await both(office, order));
    const file = path.join(office.places.ourState, 'orders', `${order.nonce}.json`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(office.places.ourState).filter((one) => one.endsWith('.draft'))).toEqual([]);
  });
});

/** A change to what is right, and the one refusal that it leads to. */
type Attempt = readonly [
  title: string,
  code: string,
  codes: (office: Office, order: Order) => Promise<readonly string[]>,
];

const ATTEMPTS: readonly Attempt[] = [
  ['nobody approved', 'order-too-few', (office, order) => office.codes(order, [])],
  [
    'one person approved',
    'order-too-few',
    async (office, order) => office.codes(order, [await office.approval(order, 'a')]),
  ],
  [
    'the same approval is given twice',
    'order-one-key',
    async (office, order) => {
      const one = await office.approval(order, 'a');
      return office.codes(order, [one, one]);
    },
  ],
  [
    'two names have one key',
    'order-one-key',
    async (office, order) => {
      office.allow(['anna', 'a'], ['bob', 'a']);
      const [one, two] = [await office.approval(order, 'a'), await office.approval(order, 'a')];
      return office.codes(order, [one, two]);
    },
  ],
  [
    'one person has two keys',
    'order-one-person',
    async (office, order) => {
      office.allow(['anna', 'a'], ['anna', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'one of two keys stands for both names',
    'order-one-person',
    async (office, order) => {
      office.allow(['anna,bob', 'a'], ['bob', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'a key that nobody knows signed',
    'order-unknown-signer',
    async (office, order) =>
      office.codes(order, [await office.approval(order, 'a'), await office.approval(order, 'x')]),
  ],
  [
    'somebody signs in the name of another',
    'order-unknown-signer',
    async (office, order) =>
      office.codes(order, [
        await office.approval(order, 'a'),
        { ...(await office.approval(order, 'b')), principal: 'anna' },
      ]),
  ],
  [
    'a key stands for any name',
    'order-signer-pattern',
    async (office, order) => {
      office.allow(['anna', 'a'], ['*', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'the signature is for something else',
    'order-wrong-namespace',
    async (office, order) =>
      office.codes(order, [
        await office.approval(order, 'a'),
        await office.approval(order, 'b', { namespace: 'clean-exit-volume' }),
      ]),
  ],
  [
    'a key may sign other things alone',
    'order-unknown-signer',
    async (office, order) => {
      office.allow(['anna', 'a'], ['bob namespaces="git"', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'a key has expired',
    'order-signer-expired',
    async (office, order) => {
      office.allow(['anna', 'a'], ['bob valid-before="20200101"', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'a key is not valid yet',
    'order-signer-expired',
    async (office, order) => {
      office.allow(['anna', 'a'], ['bob valid-after="20990101"', 'b']);
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'another text was signed',
    'order-bad-signature',
    async (office, order) =>
      office.codes(order, [
        await office.approval(order, 'a'),
        await office.approval(order, 'b', { text: 'clean-exit/order/1 0\n' }),
      ]),
  ],
  [
    'a signature is none',
    'order-bad-signature',
    async (office, order) =>
      office.codes(order, [
        await office.approval(order, 'a'),
        { ...(await office.approval(order, 'b')), signature: 'yes' },
      ]),
  ],
  [
    'an approval is of another order',
    'order-not-for-this',
    async (office, order) => {
      const other = await office.order();
      return office.codes(order, [
        await office.approval(order, 'a'),
        await office.approval(other, 'b'),
      ]);
    },
  ],
  [
    'a field of it was changed after it was signed',
    'order-not-for-this',
    async (office, order) =>
      office.codes({ ...order, clients: ['telegram'] }, await both(office, order)),
  ],
  [
    'it is for another computer',
    'order-other-device',
    async (office) => {
      const order = await office.order({ device: 'a'.repeat(64) });
      return office.codes(order, await both(office, order));
    },
  ],
  [
    'its time is over',
    'order-expired',
    async (office, order) => {
      const approvals = await both(office, order);
      office.world.now += 8 * HOUR_MS;
      return office.codes(order, approvals);
    },
  ],
  [
    'another policy is in force',
    'order-other-policy',
    async (office, order) => {
      const approvals = await both(office, order);
      office.policy({ times: { timeoutMs: 5_000 } });
      return office.codes(order, approvals);
    },
  ],
  [
    'the clock is before it was written',
    'order-clock',
    async (office, order) => {
      const approvals = await both(office, order);
      office.world.now -= HOUR_MS;
      return office.codes(order, approvals);
    },
  ],
  [
    'the clock was set back before its end',
    'order-clock',
    async (office, order) => {
      const approvals = await both(office, order);
      const later = await office.order({
        clients: ['telegram'],
        expires: office.world.now + 20 * HOUR_MS,
      });
      const others = await both(office, later);
      office.world.now += 9 * HOUR_MS;
      await office.orders.run(later, others);
      office.world.now -= 8 * HOUR_MS;
      return office.codes(order, approvals);
    },
  ],
  [
    'an app of it is not known',
    'order-unknown-client',
    async (office, order) => {
      const other = { ...order, clients: ['nobody'] };
      return office.codes(other, await both(office, other));
    },
  ],
  [
    'it says less than would be done',
    'order-changed',
    async (office, order) => {
      const other: Order = { ...order, steps: ['ask', 'wait'] };
      return office.codes(other, await both(office, other));
    },
  ],
  [
    'it says more than would be done',
    'order-changed',
    async (office, order) => {
      const other: Order = { ...order, steps: [...order.steps, 'remove'] };
      return office.codes(other, await both(office, other));
    },
  ],
];

describe.skipIf(lacks)(`an order is refused, and not spent${lacks}`, () => {
  it.each(ATTEMPTS)('where %s: %s', async (_title, code, attempt) => {
    const office = withTwo();
    office.come();
    const order = await office.order();
    const codes = await attempt(office, order);
    // Without two good approvals there are also too few.
    expect([...new Set(codes)].filter((one) => one !== 'order-too-few' || one === code)).toEqual([
      code,
    ]);
    expect(office.world.deeds.filter(({ deed }) => deed === 'asked')).toEqual([]);
    expect(existsSync(path.join(office.places.ourState, 'orders', `${order.nonce}.json`))).toBe(
      false,
    );
  });

  it('where nobody said who may approve', async () => {
    const office = anOffice();
    const order = await office.order();
    expect(await office.codes(order, await both(office, order))).toContain('order-no-signers');
  });

  it('where a hold forbids it: then it is the hold that refuses', async () => {
    const office = withTwo();
    office.policy({ hold: true });
    const order = await office.order({ kind: 'purge', tiers: ['cache'] });
    const { began, receipts } = await office.orders.run(order, await both(office, order));
    expect(began).toBe(false);
    expect(codesOf(receipts)).toEqual(['hold']);
  });
});

describe.skipIf(lacks)(`an order runs once${lacks}`, () => {
  it('and is refused the second time', async () => {
    const office = withTwo();
    const order = await office.order();
    const approvals = await both(office, order);
    expect(await office.codes(order, approvals)).toEqual([]);
    expect(await office.codes(order, approvals)).toEqual(['order-used']);
  });

  it('also with its file written otherwise, and signed again', async () => {
    const office = withTwo();
    const order = await office.order();
    await office.orders.run(order, await both(office, order));
    const again: Order = { ...order, expires: new Date(office.world.now + HOUR_MS).toISOString() };
    expect(await office.codes(again, await both(office, again))).toEqual(['order-used']);
  });

  it('also where another run used it while a person was asked', async () => {
    const office = withTwo();
    office.policy({ demand: { force: { order: ['confirm'] } } });
    office.come();
    const order = await office.order({ kind: 'force' });
    const { began, receipts } = await office.orders.run(order, await both(office, order), {
      asks: ['confirm'],
      satisfy: async () => {
        orderBook(office.places).use(order.nonce, { digest: '', at: new Date(0).toISOString() });
        return 'question';
      },
    });
    expect([began, codesOf(receipts)]).toEqual([false, ['order-used']]);
    expect(office.world.deeds).toEqual([]);
  });

  it('of many at the same moment one runs', async () => {
    const office = withTwo();
    office.come();
    const order = await office.order();
    const approvals = await both(office, order);
    const runs = await Promise.all(
      Array.from({ length: 8 }, () => office.orders.run(order, approvals)),
    );
    expect(runs.filter(({ began }) => began)).toHaveLength(1);
    const isDone = ({ refusals }: Receipt): boolean => refusals.length === 0;
    expect(runs.flatMap(({ receipts }) => receipts).filter(isDone)).toHaveLength(1);
  });
});

describe.skipIf(lacks)(`an order that says what is there exactly${lacks}`, () => {
  it('runs where nothing changed', async () => {
    const office = withTwo();
    office.come();
    const order = await office.order({ exactly: true });
    expect(order.exactly?.roots['wechat']).toHaveLength(1);
    expect(await office.codes(order, await both(office, order))).toEqual([]);
    expect(office.world.actors).toEqual([]);
  });

  it('is refused where the app was started again', async () => {
    const office = withTwo();
    office.come(4_100);
    const order = await office.order({ exactly: true });
    const approvals = await both(office, order);
    for (const actor of [...office.world.actors]) office.world.leave(actor);
    office.come(5_200);
    expect(await office.codes(order, approvals)).toEqual(['order-changed']);
  });

  it.each([{ kind: 'purge', tiers: ['cache'] } as const, { kind: 'reset' } as const])(
    'is refused where the list of files is another one: $kind',
    async (wanted) => {
      const office = withTwo();
      const file = { client: 'wechat', tier: 'cache', bytes: 10, isSettings: true } as const;
      office.world.files = [{ ...file, path: '/home/ming/a' }];
      const order = await office.order({ ...wanted, exactly: true });
      const approvals = await both(office, order);
      office.world.files = [...office.world.files, { ...file, path: '/home/ming/b' }];
      expect(await office.codes(order, approvals)).toEqual(['order-changed']);
    },
  );
});
