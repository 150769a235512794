import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognizer } from '../../shared/core/identify.ts';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import type { Process } from '../../shared/core/model.ts';
import { runRequest } from '../engine/in-a-room.ts';
import { lookBySecond } from '../../shared/engine/second-look.ts';
import { simulatedMachine, SIMULATED_ME } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { CHAT, POLICY, scenes, stage, WORK } from '../laws/stage.ts';
import { replaced } from '../replaced.ts';
import { process_, seen } from './situations.ts';

const REQUEST = { kind: 'exit', client: 'chat', secondLook: true } as const;
const CHAT_RUNS = process_(7, { owner: SIMULATED_ME });
const STRANGER = process_(8, { owner: SIMULATED_ME, exe: known('/opt/other/other') });

/** A computer on which we see nobody, and another program sees these. */
const seenBySecond = (second?: Known<readonly Process[]>) =>
  replaced(simulatedMachine(new World()), {
    user: { id: SIMULATED_ME },
    ...(second ? { processes: { secondLook: async () => second } } : {}),
  });
const exit = (second?: Known<readonly Process[]>) =>
  runRequest({ machine: seenBySecond(second), clients: [CHAT], surface: 'test' }, REQUEST, POLICY);

describe('a second observer', () => {
  it('that sees the client makes gone unknown, and the receipt names whom it saw', async () => {
    const { verdict, secondLook, left } = await exit(known([CHAT_RUNS, STRANGER]));
    expect(verdict).toBe('unknown');
    const why = { why: 'two-observers', detail: 'chat (7)' };
    expect(secondLook).toEqual({ outcome: 'disagrees', ...why });
    expect(left.unseen).toMatchObject([{ what: 'processes', ...why }]);
  });

  it('is asked at every exit where the policy says so', async () => {
    const machine = seenBySecond(known([CHAT_RUNS]));
    const room = { machine, clients: [CHAT], surface: 'test' };
    const asked = { kind: 'exit', client: 'chat' } as const;
    const { verdict } = await runRequest(room, asked, { ...POLICY, secondLook: true });
    expect(verdict).toBe('unknown');
  });

  it.each([
    ['at a place that we do not know', known('/srv/chat/chat')],
    ['that hides its program', unknown('denied')],
  ])('that sees a program %s, which may be the client, does not agree', async (_, exe) => {
    const may = { ...process_(9, { exe }), owner: SIMULATED_ME, name: 'chat' };
    const { verdict, secondLook } = await exit(known([may]));
    expect([verdict, secondLook?.outcome]).toEqual(['unknown', 'disagrees']);
  });

  it('that sees strangers alone changes nothing', async () => {
    const { verdict, secondLook } = await exit(known([STRANGER]));
    expect([verdict, secondLook]).toEqual(['gone', { outcome: 'agrees' }]);
  });

  it.each([undefined, unknown('unsupported', 'ps: ENOENT')])(
    'that is missing disagrees with nobody, and the receipt says so (%j)',
    async (second) => {
      const { verdict, secondLook } = await exit(second);
      expect([verdict, secondLook?.outcome]).toEqual(['gone', 'missing']);
    },
  );

  it('is not asked where we see the client ourselves: it only weakens', async () => {
    const machine = seenBySecond(known([]));
    const own = seen({ processes: known([CHAT_RUNS]) });
    const recognize = recognizer([CHAT], 'linux', machine.places);
    expect(await lookBySecond(machine, recognize, own, [CHAT])).toEqual({
      seen: own,
    });
  });

  it('whatever it says of whatever world, makes no verdict better: it stays, or it is unknown', async () => {
    const one = fc.record({
      pid: fc.integer({ min: 2, max: 9 }),
      of: fc.constantFrom(CHAT_RUNS, STRANGER),
    });
    const lists = fc.array(
      one.map(({ pid, of }) => ({ ...of, pid })),
      { maxLength: 4 },
    );
    const answers = fc.option(
      fc.oneof(
        lists.map((all) => known(all)),
        fc.constant(unknown('failed')),
      ),
      { nil: undefined },
    );
    await fc.assert(
      fc.asyncProperty(scenes, answers, async (scene, second) => {
        const verdictOf = async (asked: object, more: object): Promise<string> => {
          const machine = replaced(stage(scene).machine, more);
          const room = { machine, clients: [CHAT, WORK], surface: 'test' };
          const request = { kind: 'exit', client: 'chat', ...asked } as const;
          return (await runRequest(room, request, POLICY)).verdict;
        };
        const alone = await verdictOf({}, {});
        const observed = await verdictOf(
          { secondLook: true },
          second ? { processes: { secondLook: async () => second } } : {},
        );
        if (observed !== alone) expect(observed).toBe('unknown');
      }),
    );
  });
});
