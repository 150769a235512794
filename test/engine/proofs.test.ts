import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy, Request } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import { PROOF_KINDS, type ProofAnswer, type ProofKind } from '../../shared/core/proof.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { TRIGGERS, type Trigger } from '../../shared/core/trigger.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { RequestUi, RunContext } from '../../shared/engine/context.ts';
import { previewOf } from '../../shared/engine/preview.ts';
import { runRequest } from '../../shared/engine/run.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import type { World } from '../../shared/machine/simulated/world.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { chat, EXE, HELPER } from './scenes.ts';

const DIGITS = '314159';
const EXIT: Request = { kind: 'exit', client: 'chat' };

/** What each proof comes to, and what was asked for. */
interface Desk {
  readonly context: RunContext;
  readonly asked: string[];
}

type Answers = Partial<Record<ProofKind, ProofAnswer>>;

const given = (kind: ProofKind): ProofAnswer => ({ given: { kind, by: 'a test' } });
const declined = (kind: ProofKind): ProofAnswer => ({ refused: { kind, why: 'declined' } });

/** A surface that can ask for all, where each proof is given but for what is said. */
function desk(
  world: World,
  policy: Partial<Policy>,
  { answers = {}, ...more }: { readonly answers?: Answers } & Partial<RunContext> = {},
): Desk {
  const asked: string[] = [];
  const answer = (kind: ProofKind): ProofAnswer => answers[kind] ?? given(kind);
  const ui: RequestUi = {
    asks: ['confirm', 'code'],
    satisfy: async (question) => {
      if (question.kind !== 'proof') return (asked.push(question.kind), 'question');
      asked.push(question.proof);
      const said = answer(question.proof);
      if ('refused' in said && said.refused.why === 'declined') return false;
      return question.proof === 'code' ? { code: DIGITS } : 'question';
    },
  };
  const proofs = {
    kinds: PROOF_KINDS,
    prove: async ({ kind }: { kind: ProofKind }) => (asked.push(kind), answer(kind)),
  };
  const context: RunContext = {
    ...{ clients: [CHAT, WORK], surface: 'test', ...ASKED, lock: memoryLock() },
    policy: { ...DEFAULT_POLICY, ...policy },
    record: () => undefined,
    carry: newCarry(memoryIcons()),
    codes: { whyNot: async () => undefined, check: async () => answer('code') },
    approvedBy: ['anna', 'ben'],
    ui,
    ...more,
    machine: { ...simulatedMachine(world), proofs, ...more.machine },
  };
  return { context, asked };
}

const touched = ({ deeds }: World): readonly unknown[] => deeds;
const demands = (...proofs: readonly ProofKind[]): Partial<Policy> => ({
  demand: { exit: { person: proofs }, force: { person: proofs } },
});

const proofSets = fc.subarray([...PROOF_KINDS]);
const requests = fc.constantFrom<Request>(
  EXIT,
  { ...EXIT, then: 'force' },
  { ...EXIT, kind: 'force' },
);
const failing = fc
  .subarray([...PROOF_KINDS])
  .map((kinds) =>
    Object.fromEntries(
      kinds.filter((kind) => kind !== 'two-persons').map((kind) => [kind, declined(kind)]),
    ),
  );

describe('whatever a policy demands', () => {
  it('nothing is done without each proof, none is asked for twice, and none is in the receipt', async () => {
    await fc.assert(
      fc.asyncProperty(proofSets, failing, requests, async (wanted, answers: Answers, request) => {
        const world = chat();
        const { context, asked } = desk(world, demands(...wanted), { answers });
        const receipt = await runRequest(context, request);
        const coincides = request.kind === 'force' || request.then === 'force';
        const missing = wanted.filter(
          (kind) => answers[kind] && !(kind === 'confirm' && coincides),
        );
        if (missing.length > 0) {
          expect(touched(world)).toEqual([]);
          expect(receipt.refusals).toMatchObject([
            { code: 'declined', proof: { kind: missing[0] } },
          ]);
        } else {
          expect(receipt.verdict).toBe('gone');
          expect(receipt.proofs?.map(({ kind }) => kind) ?? []).toEqual(wanted);
        }
        expect(asked.length).toBe(new Set(asked).size);
        expect(JSON.stringify(receipt)).not.toContain(DIGITS);
        expect(receiptSchema.parse(receipt)).toEqual(receipt);
      }),
      { numRuns: 150 },
    );
  });

  it('each trigger is asked for what the policy demands of it alone', async () => {
    const triggers = fc.constantFrom<Trigger>(...TRIGGERS);
    await fc.assert(
      fc.asyncProperty(triggers, triggers, async (demanded, trigger) => {
        const policy = { demand: { exit: { [demanded]: ['presence'] as const } } };
        const { context, asked } = desk(chat(), policy, { trigger });
        await runRequest(context, EXIT);
        expect(asked).toEqual(demanded === trigger ? ['presence'] : []);
      }),
    );
  });
});

describe('a proof', () => {
  it('is demanded of an exit that may end with force, where only force demands it', async () => {
    const world = chat();
    const policy = { demand: { force: { person: ['code'] as const } } };
    const { context } = desk(world, policy, { answers: { code: declined('code') } });
    expect((await runRequest(context, { ...EXIT, then: 'force' })).result).toBe('cancelled');
    expect(touched(world)).toEqual([]);
    expect((await runRequest(context, EXIT)).verdict).toBe('gone');
  });

  it('is asked of nobody where nothing is to be done', async () => {
    const world = chat();
    world.actors.splice(0);
    const { context, asked } = desk(world, demands('presence', 'code'));
    expect(await runRequest(context, EXIT)).toMatchObject({ result: 'nothing-to-do' });
    expect(asked).toEqual([]);
  });

  it('is asked of nobody where another one cannot be had, and the receipt names who can', async () => {
    const world = chat();
    const { context, asked } = desk(world, demands('confirm', 'presence', 'code'));
    const { codes: _, ...key } = context;
    const receipt = await runRequest({ ...key, surface: 'Stream Deck' }, EXIT);
    expect(asked).toEqual([]);
    expect(touched(world)).toEqual([]);
    expect(receipt).toMatchObject({
      result: 'refused',
      refusals: [
        {
          code: 'needs-proof',
          proof: {
            kind: 'code',
            why: 'not-available',
            surfaces: ['command line', 'Raycast'],
          },
        },
      ],
    });
  });

  it.each<[ProofKind, ProofAnswer & { refused: object }, Receipt['result']]>([
    ['presence', { refused: { kind: 'presence', why: 'declined' } }, 'cancelled'],
    [
      'presence',
      { refused: { kind: 'presence', why: 'not-available', detail: 'no agent' } },
      'refused',
    ],
    ['code', { refused: { kind: 'code', why: 'locked', until: 1_000 } }, 'refused'],
    ['code', { refused: { kind: 'code', why: 'wrong' } }, 'refused'],
  ])('that is not given says why: %s %j', async (kind, answer, result) => {
    const world = chat();
    const { context } = desk(world, demands(kind), { answers: { [kind]: answer } });
    const receipt = await runRequest(context, EXIT);
    expect(receipt).toMatchObject({ result, refusals: [{ proof: answer.refused }] });
    expect(touched(world)).toEqual([]);
  });

  it('by an order of two persons is given by nothing else', async () => {
    const { context } = desk(chat(), demands('two-persons'));
    const { approvedBy: _, ...alone } = context;
    expect((await runRequest(alone, EXIT)).refusals).toMatchObject([
      { code: 'needs-proof', proof: { kind: 'two-persons', detail: 'no-order' } },
    ]);
    expect((await runRequest(context, EXIT)).proofs).toEqual([
      { kind: 'two-persons', by: 'anna, ben' },
    ]);
  });

  it('that a person gave once counts for all requests of one word', async () => {
    const shared = new Map();
    const { context, asked } = desk(chat(), demands('presence', 'code'));
    const all = { ...context, ui: { ...context.ui, shared } };
    for (const client of ['chat', 'work'])
      await runRequest({ ...all, lock: memoryLock() }, { kind: 'exit', client });
    expect(asked).toEqual(['presence', 'code']);
  });
});

describe('a yes', () => {
  it('to force is the confirmation that the policy demands', async () => {
    const { context, asked } = desk(chat(), demands('confirm'));
    const receipt = await runRequest(context, { ...EXIT, kind: 'force' });
    expect(asked).toEqual(['confirm-force']);
    expect(receipt.proofs).toEqual([{ kind: 'confirm', by: 'question' }]);
  });

  it('that nobody was asked for is none to the policy', async () => {
    const world = chat();
    const ui: RequestUi = {
      satisfy: async ({ kind }) => (kind === 'confirm-force' ? 'option' : undefined),
    };
    const { context } = desk(world, demands('confirm'), { ui });
    const receipt = await runRequest(context, { ...EXIT, kind: 'force' });
    expect(receipt.refusals).toMatchObject([{ code: 'needs-proof', proof: { kind: 'confirm' } }]);
    expect(touched(world)).toEqual([]);
  });
});

describe('while a person proves something', () => {
  const proving = (world: World, meanwhile: () => void) => {
    const shown: number[] = [];
    const { context } = desk(world, demands('presence'));
    const proofs = { kinds: PROOF_KINDS, prove: async () => (meanwhile(), given('presence')) };
    const ui = {
      ...context.ui,
      onPlan: (plan: { steps: readonly unknown[] }) => void shown.push(plan.steps.length),
    };
    return { context: { ...context, ui, machine: { ...context.machine, proofs } }, shown };
  };

  it('a client that is started meanwhile is not touched, and the plan is shown again', async () => {
    const world = chat();
    const on = { temper: 'polite', helpers: 0, rootExe: EXE, helperExe: HELPER } as const;
    const { context, shown } = proving(world, () => enter(world, { ...on, pid: 2_000 }));
    const receipt = await runRequest(context, EXIT);
    expect(world.deeds.map((one) => 'process' in one && one.process.pid)).toEqual([1_000]);
    expect(receipt.steps).toContainEqual(expect.objectContaining({ why: 'started-meanwhile' }));
    expect(shown).toHaveLength(1);
  });

  it('a client that leaves is asked nothing', async () => {
    const world = chat();
    const { context, shown } = proving(world, () => world.actors.splice(0));
    expect((await runRequest(context, EXIT)).verdict).toBe('gone');
    expect(touched(world)).toEqual([]);
    expect(shown).toEqual([0]);
  });

  it('where nothing changes nothing is shown again', async () => {
    const { context, shown } = proving(chat(), () => undefined);
    await runRequest(context, EXIT);
    expect(shown).toEqual([]);
  });

  it('nothing is done that was called off', async () => {
    const world = chat();
    const off = new AbortController();
    const { context } = proving(world, () => off.abort());
    const ui = { ...context.ui, signal: off.signal };
    const receipt = await runRequest({ ...context, ui }, EXIT);
    expect(receipt.result).toBe('cancelled');
    expect(touched(world)).toEqual([]);
  });
});

describe('a preview', () => {
  it('shows what will be demanded, and asks for nothing', async () => {
    const { context, asked } = desk(chat(), demands('confirm', 'code'));
    const { plan } = await previewOf(context, EXIT);
    expect(plan.demands).toEqual([
      { kind: 'proof', proof: 'confirm' },
      { kind: 'proof', proof: 'code' },
    ]);
    expect(asked).toEqual([]);
  });
});

describe('a wipe', () => {
  const wipe = { kind: 'wipe', client: 'chat' } as const;

  it('is proved also where its client left before, and its files alone are left', async () => {
    const world = chat();
    world.actors.splice(0);
    const policy = { demand: { wipe: { person: ['code'] as const } } };
    const { context, asked } = desk(world, policy, { answers: { code: declined('code') } });
    const receipt = await runRequest(context, wipe);
    expect(asked).toEqual(['code']);
    expect(receipt).toMatchObject({ result: 'cancelled', refusals: [{ proof: { kind: 'code' } }] });
    expect(receipt.removed).toBeUndefined();
  });

  it('owes the proofs of an exit and of a purge by the same trigger', async () => {
    const policy: Partial<Policy> = {
      demand: { exit: { person: ['presence'] }, purge: { person: ['code'] } },
    };
    for (const [trigger, expected] of [
      ['person', ['presence', 'code']],
      ['schedule', []],
    ] as const) {
      const { context, asked } = desk(chat(), policy, { trigger });
      await runRequest(context, wipe);
      expect(asked).toEqual(expected);
    }
  });
});
