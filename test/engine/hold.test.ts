import { describe, expect, it } from 'vitest';
import type { Policy } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { openEngine } from '../../shared/engine/engine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import type { Store } from '../../shared/store/store.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { memoryStore } from './memory-store.ts';

const FILE = '/etc/clean-exit/policy.json';

/** A computer with two caches, and a policy that may change at any moment. */
function stage(first: Partial<Policy> = {}) {
  const world = new World();
  world.now = 100_000;
  world.files = ['a', 'b'].map((name) => ({
    ...{ path: `/home/ming/chat/${name}`, client: 'chat' },
    ...({ tier: 'cache', bytes: 10 } as const),
  }));
  const receipts: Receipt[] = [];
  let policy: Partial<Policy> = first;
  const asked: (string | undefined)[] = [];
  const store: Store = {
    ...memoryStore([CHAT, WORK], { receipts }),
    policy: async (_, client) => {
      asked.push(client);
      const origin = policy.hold ? { hold: { source: 'managed' as const, file: FILE } } : {};
      return { policy: { ...DEFAULT_POLICY, ...policy }, origin, files: [], faults: [] };
    },
  };
  const engine = openEngine({ machine: simulatedMachine(world), store, surface: 'test' });
  return { world, engine, asked, begin: (now: Partial<Policy>) => (policy = now) };
}

const removed = ({ deeds }: World) => deeds.filter(({ deed }) => deed === 'removed');

describe('a hold', () => {
  it('that begins while the person is asked stops the purge, and is named with its file', async () => {
    const { world, engine, begin } = stage();
    const receipt = await engine.run(
      { kind: 'purge', client: 'chat', consent: 'ask' },
      {
        satisfy: async () => {
          begin({ hold: true });
          return 'question';
        },
      },
    );
    expect(receipt.refusals).toMatchObject([{ code: 'hold', subject: 'chat', detail: FILE }]);
    expect(removed(world)).toEqual([]);
  });

  it('is asked for of the client of the request, also for a preview', async () => {
    const { engine, asked } = stage({ hold: true });
    await engine.preview({ kind: 'purge', client: 'chat' });
    expect(asked).toContain('chat');
    expect(asked).not.toContain(undefined);
  });
});
