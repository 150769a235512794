import { describe, expect, it } from 'vitest';
import { newCarry } from '../../shared/engine/carry.ts';
import type { Policy } from '../../shared/core/model.ts';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { previewBack, putBack } from '../../shared/engine/put-back.ts';
import type { RunContext } from '../../shared/engine/context.ts';
import { simulatedMachine, type Blindness } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { replaced } from '../replaced.ts';
import { chat } from './scenes.ts';
import { seeingBy, snapshotOf } from '../observe.ts';

const RECORD = { client: 'work', record: 'r' };

/** A room in which a record of `work` reaches into these clients' folders. */
function stage(
  world: World,
  reached: Known<readonly string[]> = known(['work']),
  blind: Blindness = {},
  policy: Partial<Policy> = {},
) {
  const asked: boolean[] = [];
  const kept: Receipt[] = [];
  const room: RunContext = {
    machine: replaced(simulatedMachine(world, blind), {
      files: {
        trash: {
          reached: async () => reached,
          restore: async (_, order) => {
            const dry = order === 'dry';
            asked.push(dry);
            return [{ from: '/f', to: '/t', state: dry ? 'restorable' : 'restored' }];
          },
        },
      },
    }),
    clients: [CHAT, WORK],
    ...ASKED,
    surface: 'test',
    carry: newCarry(memoryIcons()),
    policy: { ...DEFAULT_POLICY, ...policy },
    lock: memoryLock(),
    record: (receipt) => {
      kept.push(receipt);
      return undefined;
    },
    ui: {},
  };
  return { room, asked, kept };
}

describe('putting back what a purge moved into the trash', () => {
  it('leaves a receipt that says how much is back', async () => {
    const { room, kept } = stage(new World());
    const { items } = await putBack(room, RECORD);
    expect(items).toMatchObject([{ state: 'restored' }]);
    expect(kept.map((one) => receiptSchema.parse(one))).toMatchObject([
      {
        request: 'restore',
        client: 'work',
        verdict: 'gone',
        restored: { record: 'r', things: 1, back: 1 },
      },
    ]);
  });

  it.each<[string, Parameters<typeof stage>, object, object]>([
    ['a hold is in force', [new World()], { hold: true }, { code: 'hold' }],
    [
      'another client runs whose folder it reaches into',
      [chat(), known(['work', 'chat'])],
      {},
      { code: 'client-running', subject: 'chat' },
    ],
    [
      'the clients cannot be seen',
      [new World(), undefined, { processes: () => true }],
      {},
      { code: 'blind' },
    ],
    [
      'nobody can tell whose folders these are',
      [new World(), unknown('denied')],
      {},
      { code: 'blind' },
    ],
  ])('is refused, looked at as its preview is, where %s', async (_, scene, policy, refusal) => {
    const [world, reached, blind] = scene;
    const { room, asked, kept } = stage(world, reached, blind, policy);
    expect(await previewBack(room, [RECORD])).toMatchObject([{ refusal }]);
    const done = await putBack(room, RECORD);
    expect(done).toMatchObject({ refusal, items: [{ state: 'restorable' }] });
    expect(asked).toEqual([true, true]);
    expect(kept).toMatchObject([{ refusals: [{ code: (refusal as { code: string }).code }] }]);
    expect(kept[0]?.restored?.back).toBe(0);
  });

  it('is nothing to be refused, and no loss, where an earlier restore put back everything', async () => {
    const { room, kept } = stage(chat(), known(['chat']));
    const restore = async () => [
      { from: '/f', to: '/t', state: 'already-back' as const },
      { from: '/g', to: '/u', state: 'not-in-trash' as const },
      { from: '/g', to: '/u', state: 'changed' as const },
      { from: '/h', to: '/v', state: 'not-in-trash' as const },
    ];
    const machine = replaced(room.machine, {
      files: { trash: { reached: async () => known(['chat']), restore } },
    });
    const one = { ...RECORD, wasPutBack: (from: string) => from === '/g' };
    const back = { state: 'already-back' };
    const items = [back, back, back, { state: 'not-in-trash' }];
    const [preview] = await previewBack({ ...room, machine }, [one]);
    expect(preview).toMatchObject({ items });
    expect(preview?.refusal).toBeUndefined();
    const done = await putBack({ ...room, machine }, one);
    expect(done).toMatchObject({ items, receipt: { refusals: [] } });
    expect(receiptSchema.parse(kept[0])).toMatchObject({
      restored: { things: 4, back: 3, before: 3 },
      steps: [...[1, 2, 3].map(() => ({ outcome: 'already' })), { why: 'not-in-trash' }],
    });
  });

  it('is not refused because of a client that runs elsewhere', async () => {
    const { room } = stage(chat());
    expect((await putBack(room, RECORD)).refusal).toBeUndefined();
  });

  it('is refused where its client has left the catalogue, or somebody works on it', async () => {
    const { room } = stage(new World());
    const gone = await putBack(room, { ...RECORD, client: 'nobody' });
    expect(gone.refusal).toEqual({ code: 'not-looked-at', subject: 'nobody' });
    expect(gone.receipt?.verdict).toBe('unknown');
    await room.lock('work', 'exit');
    const busy = await putBack(room, RECORD);
    expect(busy.refusal).toMatchObject({ code: 'busy', subject: 'work' });
  });

  it('stops where a client comes while it works, and tells what is back', async () => {
    const world = chat();
    const { room, kept } = stage(world, known(['work', 'chat']));
    let looks = 0;
    const watched = seeingBy(room.machine, (...asked) =>
      snapshotOf(looks++ === 0 ? simulatedMachine(new World()) : room.machine, ...asked),
    );
    const machine = replaced(watched, {
      files: {
        trash: {
          reached: async () => known(['work', 'chat']),
          restore: async (_, order) => {
            if (order === 'dry') throw new Error('a deed');
            const refusal = await order.mayTouch();
            return [
              { from: '/f', to: '/t', state: 'restored' },
              { from: '/g', to: '/u', state: refusal ? 'stopped' : 'restored' },
            ];
          },
        },
      },
    });
    const done = await putBack({ ...room, machine }, RECORD);
    expect(done).toMatchObject({
      refusal: { code: 'client-running', subject: 'chat' },
      items: [{ state: 'restored' }, { state: 'stopped' }],
    });
    expect(kept).toMatchObject([
      { refusals: [{ code: 'client-running' }], restored: { things: 2, back: 1 } },
    ]);
  });

  it('works on every client into whose folder it reaches, and on none of them afterwards', async () => {
    const { room } = stage(new World(), known(['work', 'chat']));
    const other = await room.lock('chat', 'exit');
    const busy = await putBack(room, RECORD);
    expect(busy.refusal).toMatchObject({ code: 'busy', subject: 'chat' });
    if (other.granted) await other.release();
    expect((await putBack(room, RECORD)).refusal).toBeUndefined();
    for (const id of ['work', 'chat']) expect((await room.lock(id, 'exit')).granted, id).toBe(true);
  });
});

describe('a proof that the policy demands before something is put back', () => {
  const demanded = (answer: 'question' | false | undefined) => {
    const at = stage(
      new World(),
      known(['work']),
      {},
      { demand: { restore: { person: ['confirm'] } } },
    );
    const ui: RunContext['ui'] = { asks: ['confirm'], satisfy: async () => answer };
    return { ...at, room: { ...at.room, ui } };
  };

  it.each([
    [false, 'declined'],
    [undefined, 'needs-proof'],
  ] as const)('that is not given puts nothing back: %s is %s', async (answer, code) => {
    const { room, asked, kept } = demanded(answer);
    expect((await putBack(room, RECORD)).refusal).toMatchObject({ code });
    expect(asked).not.toContain(false);
    expect(kept.map((one) => receiptSchema.parse(one))).toMatchObject([{ refusals: [{ code }] }]);
  });

  it('is in the receipt where it is given', async () => {
    const { room, kept } = demanded('question');
    expect((await putBack(room, RECORD)).items).toMatchObject([{ state: 'restored' }]);
    expect(kept).toMatchObject([{ proofs: [{ kind: 'confirm', by: 'question' }] }]);
  });
});
