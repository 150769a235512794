import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import type { Policy, Request } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { bringBack, previewResetBack } from '../../shared/engine/bring-back.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { RequestUi, RunContext } from '../../shared/engine/context.ts';
import { previewOf } from '../../shared/engine/preview.ts';
import { runRequest } from '../../shared/engine/run.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World, type SimulatedFile } from '../../shared/machine/simulated/world.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { CHAT, scenes, stage, WORK } from '../laws/stage.ts';
import { replaced } from '../replaced.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { EXE, HELPER } from './scenes.ts';

const RESET: Request = { kind: 'reset', client: 'chat' };
const ALL: Request = { ...RESET, everything: true };

const FILES: readonly SimulatedFile[] = [
  { path: '/c/config', client: 'chat', tier: 'cache', bytes: 10, isSettings: true },
  { path: '/c/login', client: 'chat', tier: 'cache', bytes: 10, isSettings: true },
  { path: '/c/chats.db', client: 'chat', tier: 'messages', bytes: 10 },
  { path: '/w/config', client: 'work', tier: 'cache', bytes: 10, isSettings: true },
];

function room(world: World, policy: Partial<Policy> = {}, ui: RequestUi = {}) {
  const kept: Receipt[] = [];
  const context: RunContext = {
    ...{ clients: [CHAT], surface: 'test', ...ASKED, machine: simulatedMachine(world) },
    ...{ policy: { ...DEFAULT_POLICY, ...policy }, lock: memoryLock(), ui },
    record: (receipt) => void kept.push(receipt),
    carry: newCarry(memoryIcons()),
  };
  return { context, kept };
}

function quiet(files = FILES): World {
  const world = new World();
  world.now = 100_000;
  world.files = [...files];
  return world;
}

const paths = (world: World) => world.files.map(({ path }) => path).sort();
const records = ({ machine }: RunContext) => machine.files.resets?.records() ?? [];

describe('a reset', () => {
  it('sets the settings aside, leaves the records, and says by which record they come back', async () => {
    const world = quiet();
    const { context, kept } = room(world);
    const receipt = await runRequest(context, RESET);
    expect(receipt).toMatchObject({
      ...{ request: 'reset', result: 'done', verdict: 'gone', refusals: [] },
      moved: { record: expect.any(String) as string, things: 2, files: 2, bytes: 20 },
    });
    expect(kept.map((one) => receiptSchema.parse(one))).toHaveLength(1);
    expect(paths(world)).toEqual(['/c/chats.db', '/w/config']);
  });

  it('sets the records aside only where everything is asked for', async () => {
    const world = quiet();
    const receipt = await runRequest(room(world).context, ALL);
    expect(receipt).toMatchObject({ everything: true, moved: { things: 3 } });
    expect(paths(world)).toEqual(['/w/config']);
  });

  it('has nothing to do where nothing of it is there', async () => {
    const receipt = await runRequest(room(quiet([])).context, RESET);
    expect(receipt).toMatchObject({ result: 'nothing-to-do', verdict: 'gone' });
    expect(receipt.moved).toBeUndefined();
  });

  it('is refused while its client runs, and under a hold', async () => {
    const running = quiet();
    enter(running, { temper: 'polite', pid: 1_000, helpers: 0, rootExe: EXE, helperExe: HELPER });
    for (const [world, policy, code] of [
      [running, {}, 'client-running'],
      [quiet(), { hold: true }, 'hold'],
    ] as const) {
      const receipt = await runRequest(room(world, policy).context, ALL);
      expect(receipt.result).toBe('refused');
      expect(receipt.refusals.map((one) => one.code)).toEqual([code]);
      expect(world.resets).toEqual([]);
    }
  });

  it('shows what it would set aside, and demands a yes where it is to be asked for', async () => {
    const world = quiet();
    const { plan } = await previewOf(room(world).context, { ...RESET, consent: 'ask' });
    expect(plan.reset).toMatchObject({ known: true, value: { files: 2 } });
    expect(plan.demands).toMatchObject([{ kind: 'consent-reset' }]);
    expect(paths(world)).toEqual(paths(quiet()));
  });

  it('moves nothing after a no', async () => {
    const world = quiet();
    const { context } = room(world, {}, { satisfy: async () => false });
    const receipt = await runRequest(context, { ...RESET, consent: 'ask' });
    expect(receipt.result).toBe('cancelled');
    expect(world.resets).toEqual([]);
  });
});

describe('bringing back', () => {
  it('sets newer data aside first, and can be swapped again', async () => {
    const world = quiet();
    const { context, kept } = room(world);
    await runRequest(context, RESET);
    world.files.push({ ...FILES[0]!, bytes: 99 });
    const [record] = records(context);
    const { receipt, newer } = await bringBack(context, record!);
    expect(newer).toMatchObject({ things: 1, bytes: 99 });
    expect(receipt).toMatchObject({
      ...{ request: 'restore', result: 'done', moved: { things: 1, bytes: 99 } },
      restored: { record: record!.id, things: 2, back: 2 },
    });
    expect(receiptSchema.parse(kept.at(-1)).request).toBe('restore');
    expect(world.files.find(({ path }) => path === '/c/config')?.bytes).toBe(10);
    const [other] = records(context);
    await bringBack(context, other!);
    expect(world.files.find(({ path }) => path === '/c/config')?.bytes).toBe(99);
  });

  it('is refused under a hold, and while the client runs, with a receipt', async () => {
    for (const code of ['hold', 'client-running'] as const) {
      const world = quiet();
      await runRequest(room(world).context, RESET);
      const { context, kept } = room(world, { hold: code === 'hold' });
      if (code !== 'hold')
        enter(world, { temper: 'polite', pid: 1_000, helpers: 0, rootExe: EXE, helperExe: HELPER });
      const [record] = records(context);
      expect((await previewResetBack(context, [record!]))[0]?.refusal?.code).toBe(code);
      await bringBack(context, record!);
      expect(kept[0]).toMatchObject({ result: 'refused', refusals: [{ code }] });
      expect(world.resets).toHaveLength(1);
    }
  });

  it('is refused while a client that shares the folder runs or is held, or where nobody can tell who does', async () => {
    for (const [code, reached] of [
      ['client-running', known(['chat', 'work'])],
      ['hold', known(['chat', 'work'])],
      ['blind', unknown('denied')],
    ] as const) {
      const world = quiet();
      await runRequest(room(world).context, RESET);
      if (code === 'client-running')
        enter(world, {
          temper: 'polite',
          pid: 1_000,
          helpers: 0,
          rootExe: WORK_EXE,
          helperExe: HELPER,
        });
      const { context: own, kept } = room(world);
      const resets = { ...own.machine.files.resets!, reached: async () => reached };
      const context: RunContext = {
        ...{ ...own, clients: [CHAT, WORK] },
        machine: replaced(own.machine, { files: { resets } }),
        holdNow: async (client) =>
          code === 'hold' && client === 'work' ? { code, subject: client } : undefined,
      };
      const [record] = records(context);
      expect((await previewResetBack(context, [record!]))[0]?.refusal?.code).toBe(code);
      await bringBack(context, record!);
      expect(kept[0]).toMatchObject({ result: 'refused', refusals: [{ code }] });
      expect(world.resets).toHaveLength(1);
    }
  });
});

const WORK_EXE = '/opt/work/work';

describe('the laws of a reset', () => {
  const asks = fc.record({
    everything: fc.boolean(),
    hold: fc.boolean(),
    scene: scenes,
    files: fc.uniqueArray(
      fc.record({
        path: fc.constantFrom('/c/a', '/c/b', '/c/c', '/c/d', '/w/a'),
        tier: fc.constantFrom('cache' as const, 'messages' as const, 'your-files' as const),
        isSettings: fc.boolean(),
      }),
      { selector: ({ path }) => path },
    ),
  });

  const everyFile = (world: World) =>
    [...world.files, ...world.resets.flatMap(({ files }) => files)].map(({ path }) => path).sort();

  it('hold in every scene: no byte goes, no record moves unasked, a hold moves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(asks, async ({ everything, hold, scene, files }) => {
        const { world, machine } = stage(scene);
        world.files = files.map(({ path, tier, isSettings }) => ({
          ...{ path, client: path.startsWith('/c') ? 'chat' : 'work', tier, bytes: 1 },
          ...(isSettings ? { isSettings: true as const } : {}),
        }));
        const before = everyFile(world);
        const context = { ...room(world, { hold }).context, machine };
        await runRequest(context, everything ? ALL : RESET);
        expect(everyFile(world)).toEqual(before);
        const moved = world.deeds.flatMap((one) => (one.deed === 'moved' ? [one] : []));
        for (const { file, living } of moved) {
          expect(hold).toBe(false);
          expect(file.client).toBe('chat');
          expect(everything || file.isSettings).toBe(true);
          const its = living.filter(
            ({ exe, owner }) => owner === '1000' && exe.known && exe.value === '/opt/chat/chat',
          );
          expect(its).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hold: a reset and then its restore changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(asks, async ({ everything, files }) => {
        const world = quiet(
          files.map(({ path, tier, isSettings }) => ({
            ...{ path, client: path.startsWith('/c') ? 'chat' : 'work', tier, bytes: 1 },
            ...(isSettings ? { isSettings: true as const } : {}),
          })),
        );
        const before = paths(world);
        const { context } = room(world);
        const receipt = await runRequest(context, everything ? ALL : RESET);
        const record = records(context).find(({ id }) => id === receipt.moved?.record);
        if (record) await bringBack(context, record);
        expect(paths(world)).toEqual(before);
        expect(world.resets).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
