import { describe, expect, it } from 'vitest';
import { newCarry } from '../../shared/engine/carry.ts';
import type { Agreement, Receipt } from '../../shared/core/receipt.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { RunContext } from '../../shared/engine/context.ts';
import { runRequest } from '../../shared/engine/run.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import type { World } from '../../shared/machine/simulated/world.ts';
import { unknown } from '../../shared/core/known.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { process_ } from '../core/situations.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { replaced, type Replacements } from '../replaced.ts';
import { chat, EXE, HELPER } from './scenes.ts';

const ON = { temper: 'polite', helpers: 0, rootExe: EXE, helperExe: HELPER } as const;

function stage(world: World, more: Partial<RunContext> = {}) {
  const kept: Receipt[] = [];
  const machine = { ...simulatedMachine(world), ...more.machine };
  const context: RunContext = {
    ...{ clients: [CHAT, WORK], policy: DEFAULT_POLICY, surface: 'test' },
    ...ASKED,
    lock: memoryLock(),
    record: (receipt) => {
      kept.push(receipt);
      return undefined;
    },
    carry: newCarry(memoryIcons()),
    ui: {},
    ...more,
    machine,
  };
  return { context, kept };
}

const touched = ({ deeds }: World): readonly number[] =>
  deeds.flatMap((one) => ('process' in one ? [one.process.pid] : []));

describe('a force exit', () => {
  const FORCE = { kind: 'force', client: 'chat' } as const;

  it('touches nobody without a confirmation, and the receipt says why', async () => {
    for (const [answer, code] of [
      [undefined, 'needs-consent'],
      [false, 'declined'],
    ] as const) {
      const world = chat();
      const { context } = stage(world, { ui: { satisfy: async () => answer } });
      const receipt = await runRequest(context, FORCE);
      expect(receipt.refusals).toMatchObject([{ code }]);
      expect(receipt.verdict).toBe('still-running');
      expect(touched(world)).toEqual([]);
    }
  });

  it('does not touch a client that is started while the person is asked', async () => {
    const world = chat();
    const satisfy = async (): Promise<Agreement | false> => {
      enter(world, { ...ON, pid: 2_000 });
      return 'question';
    };
    const receipt = await runRequest(stage(world, { ui: { satisfy } }).context, FORCE);
    expect(new Set(touched(world))).toEqual(new Set([1_000]));
    expect(receipt.verdict).toBe('still-running');
    const spared = receipt.steps.filter(({ why }) => why === 'started-meanwhile');
    expect(spared).toMatchObject([{ outcome: 'skipped' }]);
  });
});

describe('a question that takes time', () => {
  const FORCE = { kind: 'force', client: 'chat' } as const;

  it('counts what the client started meanwhile', async () => {
    const world = chat();
    const machine = simulatedMachine(world);
    let asked = 0;
    const satisfy = async (): Promise<Agreement | false> => (asked++, 'question');
    const child = process_(3_000, { parent: 1_000, exe: unknown('denied') });
    const more: Machine = {
      ...machine,
      processes: {
        ...machine.processes,
        descendants: async () => (asked > 0 ? [child] : []),
        untilGone: async (all, ms) => [
          ...(await machine.processes.untilGone(all, ms)),
          ...all.filter(({ pid }) => pid === child.pid),
        ],
      },
    };
    const receipt = await runRequest(
      stage(world, { machine: more, ui: { satisfy } }).context,
      FORCE,
    );
    expect(receipt.verdict).not.toBe('gone');
  });

  it('is followed by a new look, also after a no', async () => {
    const world = chat();
    const satisfy = async (): Promise<Agreement | false> => (world.actors.splice(0), false);
    const receipt = await runRequest(stage(world, { ui: { satisfy } }).context, FORCE);
    expect(receipt).toMatchObject({ verdict: 'gone', refusals: [{ code: 'declined' }] });
  });

  it('is not asked of a request that was called off, and calling off is no "no"', async () => {
    const off = new AbortController();
    const satisfy = async (): Promise<Agreement | false> => (off.abort(), false);
    for (const turn of ['at the question', 'before it']) {
      const world = chat();
      const ui = { satisfy, signal: off.signal };
      const receipt = await runRequest(stage(world, { ui }).context, FORCE);
      expect(receipt.refusals, turn).toEqual([]);
      expect(new Set(receipt.steps.map(({ why }) => why)), turn).toEqual(new Set(['cancelled']));
      expect(touched(world), turn).toEqual([]);
    }
  });
});

describe('a request for the roots that a person saw', () => {
  it.each(['exit', 'force'] as const)('touches no other root: %s', async (kind) => {
    const world = chat();
    enter(world, { ...ON, pid: 2_000 });
    const only = [{ pid: 1_000, startTime: '1000', owner: '1000' }];
    const { context } = stage(world, { ui: { satisfy: async () => 'question' } });
    const receipt = await runRequest(context, { kind, client: 'chat', only });
    expect(new Set(touched(world))).toEqual(new Set([1_000]));
    expect(receipt.verdict).toBe('still-running');
  });

  it('touches nobody where another process has the number by now', async () => {
    const world = chat();
    const only = [{ pid: 1_000, startTime: 'earlier', owner: '1000' }];
    const receipt = await runRequest(stage(world).context, { kind: 'exit', client: 'chat', only });
    expect(touched(world)).toEqual([]);
    expect(receipt.steps).toContainEqual(
      expect.objectContaining({ outcome: 'skipped', why: 'started-meanwhile' }),
    );
  });
});

describe('a fault of our own', () => {
  const breaks = (): never => {
    throw new Error('planted');
  };
  it.each<[stage: string, plant: Replacements]>([
    ['observe', { processes: { observe: async () => breaks() } }],
    ['act', { quit: { ask: async () => breaks() } }],
    ['wait', { processes: { untilGone: async () => breaks() } }],
    ['record', { files: { list: async () => breaks() } }],
  ])('in %s leaves no lock and one receipt', async (_, plant) => {
    const world = chat();
    const machine = replaced(simulatedMachine(world), plant);
    const { context, kept } = stage(world, { machine });
    const EXIT = { kind: 'exit', client: 'chat' } as const;
    await expect(runRequest(context, EXIT)).rejects.toThrow('planted');
    // A fault leaves no time to look at everything that "gone" needs.
    expect(kept[0]?.verdict).not.toBe('gone');
    expect(kept.map((one) => receiptSchema.parse(one))).toMatchObject([
      { refusals: [{ code: 'failed', subject: 'chat', detail: 'planted' }] },
    ]);
    expect(await context.lock('chat', 'exit')).toMatchObject({ granted: true });
  });

  it('keeps what was done before it', async () => {
    const machine = replaced(simulatedMachine(chat()), { files: { list: async () => breaks() } });
    const { context, kept } = stage(chat(), { machine });
    await expect(runRequest(context, { kind: 'exit', client: 'chat' })).rejects.toThrow('planted');
    expect(kept[0]?.steps).toMatchObject([{ kind: 'ask', outcome: 'done' }, {}]);
  });

  it('while the lock is taken leaves a receipt as well', async () => {
    const { context, kept } = stage(chat(), { lock: async () => breaks() });
    await expect(runRequest(context, { kind: 'exit', client: 'chat' })).rejects.toThrow('planted');
    expect(kept).toMatchObject([{ refusals: [{ code: 'failed' }] }]);
  });
});
