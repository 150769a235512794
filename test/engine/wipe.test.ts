import { describe, expect, it } from 'vitest';
import type { Policy, Request, Tier } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { RequestUi, RunContext } from '../../shared/engine/context.ts';
import { previewOf } from '../../shared/engine/preview.ts';
import { runRequest } from '../../shared/engine/run.ts';
import { enter, type Behaviour } from '../../shared/machine/simulated/behaviours.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { CHAT } from '../laws/stage.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { EXE, HELPER } from './scenes.ts';

const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files', 'messages'];
const WIPE: Partial<Policy> = { wipe: ['cache', 're-download', 'your-files', 'messages'] };
const EXIT: Request = { kind: 'exit', client: 'chat' };

function room(temper: Behaviour | 'gone', policy: Partial<Policy>, ui: RequestUi = {}) {
  const world = new World();
  world.now = 100_000;
  world.files = TIERS.map((tier) => ({ path: `/c/${tier}`, client: 'chat', tier, bytes: 10 }));
  if (temper !== 'gone')
    enter(world, { temper, pid: 1_000, helpers: 1, rootExe: EXE, helperExe: HELPER });
  const kept: Receipt[] = [];
  const context: RunContext = {
    ...{ clients: [CHAT], surface: 'test', ...ASKED, machine: simulatedMachine(world) },
    ...{ policy: { ...DEFAULT_POLICY, ...policy }, lock: memoryLock(), ui },
    record: (receipt) => void kept.push(receipt),
    carry: newCarry(memoryIcons()),
  };
  return { world, context, kept };
}

const left = (world: World) => world.files.map(({ tier }) => tier);
const removedIn = ({ steps }: Receipt) => steps.filter(({ kind }) => kind === 'remove');

describe('a policy that wipes', () => {
  it('lets a safe exit remove its tiers, in one request with one receipt, and asks nobody', async () => {
    const asked: string[] = [];
    const satisfy = async ({ kind }: { kind: string }) => (asked.push(kind), false as const);
    const { world, context, kept } = room('polite', WIPE, { satisfy });
    const receipt = await runRequest(context, EXIT);
    expect(kept.map((one) => receiptSchema.parse(one))).toHaveLength(1);
    expect(receipt).toMatchObject({
      ...{ request: 'exit', result: 'done', verdict: 'gone', refusals: [] },
      ...{ tiers: ['cache', 're-download'], removed: { files: 2, to: 'trash' } },
    });
    expect(receipt.steps.map(({ kind }) => kind).slice(-2)).toEqual(['settle', 'remove']);
    expect(left(world)).toEqual(['leftover', 'your-files', 'messages']);
    expect(asked).toEqual([]);
  });

  it('waits until the client has been quiet for its time', async () => {
    const { world, context } = room('polite', WIPE);
    await runRequest(context, EXIT);
    const removed = world.deeds.find(({ deed }) => deed === 'removed');
    expect((removed?.at ?? 0) - world.lastLeft).toBeGreaterThanOrEqual(
      DEFAULT_POLICY.purgeSettleMs,
    );
  });

  it('removes nothing under a hold, which the receipt says of an exit that was done', async () => {
    const { world, context } = room('polite', { ...WIPE, hold: true });
    const receipt = await runRequest(context, EXIT);
    expect(receipt).toMatchObject({ result: 'done', verdict: 'gone' });
    expect(receipt.refusals.map(({ code }) => code)).toEqual(['hold']);
    expect(left(world)).toEqual(TIERS);
  });

  it('removes nothing of a client that is not gone, and says so', async () => {
    const { world, context } = room('deaf', WIPE);
    const receipt = await runRequest(context, EXIT);
    expect(receipt.verdict).toBe('still-running');
    expect(removedIn(receipt)).toMatchObject([{ outcome: 'skipped', why: 'still-there' }]);
    expect(left(world)).toEqual(TIERS);
  });

  it('is shown by a preview, which changes nothing', async () => {
    const { world, context } = room('polite', WIPE);
    const { plan } = await previewOf(context, EXIT);
    expect(plan.wipe).toMatchObject({
      ...{ tiers: ['cache', 're-download'], refusals: [] },
      listing: { known: true, value: { files: 2 } },
    });
    expect(left(world)).toEqual(TIERS);
    const held = room('polite', { ...WIPE, hold: true });
    expect((await previewOf(held.context, EXIT)).plan.wipe?.refusals).toMatchObject([
      { code: 'hold' },
    ]);
  });

  it.each(['force', 'hide'] as const)('concerns no %s', async (kind) => {
    const { world, context } = room('polite', WIPE);
    await runRequest(context, { kind, client: 'chat' });
    expect(left(world)).toEqual(TIERS);
  });
});

describe('a wipe that is asked for', () => {
  const ASK: Request = { kind: 'wipe', client: 'chat' };

  it.each(['polite', 'gone'] as const)('exits and removes the three tiers (%s)', async (temper) => {
    const { world, context } = room(temper, {});
    const receipt = await runRequest(context, ASK);
    expect(receipt).toMatchObject({ request: 'wipe', result: 'done', verdict: 'gone' });
    expect(left(world)).toEqual(['your-files', 'messages']);
  });

  it('is partly done where a hold lets it only exit', async () => {
    const { world, context } = room('polite', { hold: true });
    const receipt = await runRequest(context, ASK);
    expect(receipt).toMatchObject({ result: 'partly', verdict: 'gone' });
    expect(receipt.refusals).toMatchObject([{ code: 'hold' }]);
    expect(left(world)).toEqual(TIERS);
  });

  it('removes nothing once it was called off', async () => {
    const cancel = new AbortController();
    const { world, context } = room('polite', {}, { signal: cancel.signal });
    const { machine } = context;
    const untilGone: typeof machine.processes.untilGone = async (...all) => {
      const gone = await machine.processes.untilGone(...all);
      cancel.abort();
      return gone;
    };
    const processes = { ...machine.processes, untilGone };
    const receipt = await runRequest({ ...context, machine: { ...machine, processes } }, ASK);
    expect(receipt.result).toBe('cancelled');
    expect(left(world)).toEqual(TIERS);
  });
});
