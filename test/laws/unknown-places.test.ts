import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/core/client.ts';
import type { Request } from '../../shared/core/model.ts';
import { isClean } from '../../shared/core/is-clean.ts';
import { runRequest } from '../engine/in-a-room.ts';
import { CHAT, POLICY, scenes, stage, WORK, type Scene } from './stage.ts';

/** Chat with a name that no other program has, so that one elsewhere is likely it. */
const OWN: Client = {
  ...CHAT,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((root) => ({ ...root, name: 'own' })),
  })),
};

const requests = fc.constantFrom<Request>(
  { kind: 'exit', client: 'chat' },
  { kind: 'exit', client: 'chat', then: 'force' },
  { kind: 'force', client: 'chat' },
  { kind: 'purge', client: 'chat', tiers: ['cache'] },
);

const after = async (scene: Scene, request: Request, clients: readonly Client[]) => {
  const { world, machine } = stage(scene);
  const room = { machine, clients, lang: 'en', surface: 'test' } as const;
  return { world, receipt: await runRequest(room, request, { ...POLICY, purgeSettleMs: 10 }) };
};

describe('on random machines, with a program of this name at another place', () => {
  it('nothing is called gone, nothing is removed, and that program is never touched', () =>
    fc.assert(
      fc.asyncProperty(scenes, requests, async (scene, request) => {
        const { world, receipt } = await after({ ...scene, impostor: true }, request, [OWN, WORK]);
        expect(receipt.verdict).not.toBe('gone');
        expect(isClean(receipt)).toBe(false);
        for (const one of world.deeds) {
          expect(one.deed).not.toBe('removed');
          if (one.deed === 'asked' || one.deed === 'ended')
            expect(Math.floor(one.process.pid / 1_000)).not.toBe(7);
        }
      }),
      { numRuns: 200 },
    ));

  it('that has a common name everything is as without it', () =>
    fc.assert(
      fc.asyncProperty(scenes, requests, async (scene, request) => {
        const [without, withIt] = [
          await after({ ...scene, impostor: false }, request, [CHAT, WORK]),
          await after({ ...scene, impostor: true }, request, [CHAT, WORK]),
        ];
        expect(withIt.receipt.verdict).toBe(without.receipt.verdict);
        expect(withIt.world.deeds.length).toBe(without.world.deeds.length);
      }),
      { numRuns: 200 },
    ));
});
