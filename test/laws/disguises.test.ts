import fc from 'fast-check';
import { newCarry } from '../../shared/engine/carry.ts';
import { memoryIcons } from '../engine/memory-store.ts';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../shared/core/model.ts';
import { runRequest } from '../engine/in-a-room.ts';
import { observeAll } from '../../shared/engine/status.ts';
import { disguised, isStranger, members, OWN, there } from './disguises.ts';
import { POLICY, WORK } from './stage.ts';

const CLIENTS = [OWN, WORK];
const RUNS = 1_500;

const requests = fc.constantFrom<Request>(
  { kind: 'exit', client: 'chat' },
  { kind: 'exit', client: 'chat', then: 'force' },
  { kind: 'force', client: 'chat' },
  { kind: 'purge', client: 'chat', tiers: ['cache'] },
);

describe('on machines with links, unknown places, loaders, forks, hidden and dying processes', () => {
  it('nothing is called gone while any process of the client is there, and no stranger is touched', async () => {
    const said = { gone: 0, other: 0 };
    await fc.assert(
      fc.asyncProperty(members, requests, async (all, request) => {
        const { world, machine } = disguised(all);
        const room = { machine, clients: CLIENTS, lang: 'en', surface: 'test' } as const;
        const { verdict } = await runRequest(room, request, { ...POLICY, timeoutMs: 3_000 });
        said[verdict === 'gone' && all.length > 0 ? 'gone' : 'other']++;
        if (verdict === 'gone') expect(there(world)).toEqual([]);
        for (const one of world.deeds) {
          expect(one.deed === 'removed' && one.living.some((p) => !isStranger(p))).toBe(false);
          if (one.deed === 'asked' || one.deed === 'ended')
            expect(isStranger(one.process)).toBe(false);
        }
      }),
      { numRuns: RUNS },
    );
    // Neither of both may be what hardly ever happens.
    expect(said.gone).toBeGreaterThan(RUNS / 20);
    expect(said.other).toBeGreaterThan(RUNS / 20);
  });

  it('a look alone does not call it gone either', () =>
    fc.assert(
      fc.asyncProperty(members, async (all) => {
        const { world, machine } = disguised(all);
        const [chat] = await observeAll({
          machine,
          clients: CLIENTS,
          carry: newCarry(memoryIcons()),
        });
        expect(chat?.presence === 'gone').toBe(there(world).length === 0);
      }),
      { numRuns: RUNS },
    ));
});
