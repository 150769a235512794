import { describe, expect, it } from 'vitest';
import type { Request } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Agreement, Receipt } from '../../shared/core/receipt.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { Question, RequestUi, RunContext } from '../../shared/engine/context.ts';
import { previewOf } from '../../shared/engine/preview.ts';
import { runRequest } from '../../shared/engine/run.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { replaced } from '../replaced.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { EXE, HELPER } from './scenes.ts';

const ON = { temper: 'polite', helpers: 0, rootExe: EXE, helperExe: HELPER } as const;
const PURGE: Request = { kind: 'purge', client: 'chat', consent: 'ask' };
const file = (name: string) => ({
  ...{ path: `/home/ming/chat/${name}`, client: 'chat' },
  ...({ tier: 'cache', bytes: 10 } as const),
});

/** Files of a client that has been gone since the world began. */
function withFiles(...names: readonly string[]): World {
  const world = new World();
  world.now = 100_000;
  world.files = names.map(file);
  return world;
}

function contextOf(world: World, ui: RequestUi = {}, machine?: Machine) {
  const kept: Receipt[] = [];
  const context: RunContext = {
    ...{ clients: [CHAT, WORK], policy: DEFAULT_POLICY, surface: 'test' },
    ...ASKED,
    machine: machine ?? simulatedMachine(world),
    lock: memoryLock(),
    record: (receipt) => void kept.push(receipt),
    carry: newCarry(memoryIcons()),
    ui,
  };
  return { context, kept };
}

const run = (world: World, ui: RequestUi, request = PURGE): Promise<Receipt> =>
  runRequest(contextOf(world, ui).context, request);

const removedIn = ({ deeds }: World): readonly string[] =>
  deeds.flatMap((one) => (one.deed === 'removed' ? [one.file.path.slice(16)] : []));

describe('the list of a purge', () => {
  it('is part of its plan, and of no other', async () => {
    const world = withFiles('a', 'b');
    const { context } = contextOf(world);
    const { plan } = await previewOf(context, PURGE);
    expect(plan.listing).toMatchObject({ known: true, value: { files: 2 } });
    expect(plan.demands).toMatchObject([{ kind: 'consent', listing: { files: 2 } }]);
    const without = await previewOf(context, { kind: 'purge', client: 'chat' });
    expect(without.plan.demands).toBeUndefined();
    expect((await previewOf(context, { kind: 'exit', client: 'chat' })).plan.listing).toBe(
      undefined,
    );
    expect(world.deeds).toEqual([]);
  });

  it('is shown while the client runs, and demands nothing then', async () => {
    const world = withFiles('a');
    enter(world, { ...ON, pid: 1_000 });
    const { plan } = await previewOf(contextOf(world).context, PURGE);
    expect(plan.refusals).toMatchObject([{ code: 'client-running' }]);
    expect(plan.listing).toMatchObject({ known: true, value: { files: 1 } });
    expect(plan.demands).toBeUndefined();
  });

  it('is what the person is asked about, and just that goes', async () => {
    const world = withFiles('a', 'b');
    const asked: Question[] = [];
    const satisfy = async (question: Question): Promise<Agreement> => {
      asked.push(question);
      world.files = [...world.files, file('new')];
      return 'question';
    };
    const receipt = await run(world, { satisfy });
    expect(asked).toMatchObject([{ kind: 'consent', client: CHAT, listing: { files: 2 } }]);
    expect(removedIn(world)).toEqual(['a', 'b']);
    expect(receipt).toMatchObject({ removed: { files: 2 }, consent: { by: 'question' } });
  });

  it('of a client that wrote a moment ago is made once it is quiet, and shown once', async () => {
    const world = withFiles('a');
    world.lastLeft = world.now;
    const machine = simulatedMachine(world);
    const quiet = replaced(machine, {
      clock: {
        ...machine.clock,
        sleep: async (ms: number) => {
          world.files = [...world.files, file('late')];
          await machine.clock.sleep(ms);
        },
      },
    });
    let asked = 0;
    const satisfy = async (): Promise<Agreement> => (asked++, 'question');
    const receipt = await runRequest(contextOf(world, { satisfy }, quiet).context, PURGE);
    expect(asked).toBe(1);
    expect(removedIn(world)).toEqual(['a', 'late']);
    expect(receipt.steps).toMatchObject([{ kind: 'settle', outcome: 'done' }, { kind: 'remove' }]);
  });

  it.each([
    [undefined, 'needs-consent'],
    [false, 'declined'],
  ] as const)('takes nothing without a yes, and the receipt says why: %s', async (answer, code) => {
    const world = withFiles('a');
    const receipt = await run(world, { satisfy: async () => answer });
    expect(removedIn(world)).toEqual([]);
    const whys = [
      ...receipt.refusals.map((one) => one.code),
      ...receipt.steps.map(({ why }) => why),
    ];
    expect(whys).toContain(code);
    expect(receipt.consent).toBeUndefined();
  });

  it('that was shown before is agreed to by its code alone, and nobody is asked', async () => {
    const satisfy = async (): Promise<Agreement> => {
      throw new Error('asked');
    };
    const other = await run(withFiles('a', 'b'), { satisfy }, { ...PURGE, consent: { list: 'a' } });
    expect(other.refusals).toMatchObject([{ code: 'changed' }]);
    const world = withFiles('a');
    const { context } = contextOf(world, { satisfy });
    const { plan } = await previewOf(context, PURGE);
    const list = plan.listing?.known ? plan.listing.value.code : '';
    const receipt = await runRequest(context, { ...PURGE, consent: { list } });
    expect(receipt).toMatchObject({ removed: { files: 1 }, consent: { by: 'list', list } });
  });

  it('stays where the client was started during the question', async () => {
    const world = withFiles('a');
    const satisfy = async (): Promise<Agreement> => (
      enter(world, { ...ON, pid: 2_000 }),
      'question'
    );
    const receipt = await run(world, { satisfy });
    expect(removedIn(world)).toEqual([]);
    expect(receipt.refusals).toMatchObject([{ code: 'client-running' }]);
  });
});

describe('a fault of our own in a purge', () => {
  const breaks = async (): Promise<never> => {
    throw new Error('planted');
  };
  it.each(['list', 'settle', 'satisfy'])('in %s leaves no lock and one receipt', async (stage) => {
    const world = withFiles('a');
    const plant =
      stage === 'list'
        ? { files: { list: breaks } }
        : stage === 'settle'
          ? { files: { lastActivity: breaks } }
          : {};
    const machine = replaced(simulatedMachine(world), plant);
    const { context, kept } = contextOf(world, { satisfy: breaks }, machine);
    await expect(runRequest(context, PURGE)).rejects.toThrow('planted');
    expect(kept).toMatchObject([{ refusals: [{ code: 'failed', detail: 'planted' }] }]);
    expect(await context.lock('chat', 'purge')).toMatchObject({ granted: true });
    expect(world.deeds).toEqual([]);
  });
});
