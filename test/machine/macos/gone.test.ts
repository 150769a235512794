import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { judge } from '../../../shared/core/judge.ts';
import { presence } from '../../../shared/core/presence.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { isClean } from '../../../shared/core/is-clean.ts';
import type { RequestKind } from '../../../shared/core/model.ts';
import { runRequest } from '../../engine/in-a-room.ts';
import { LONG, reporter } from '../purge/long.ts';
import { quickLiving } from './double/living.ts';
import { seenOn } from './double/world.ts';
import { mixed } from './worlds.ts';

const RUNS = LONG ? 2_000 : 100;
const QUICK = { ...DEFAULT_POLICY, timeoutMs: 20, graceMs: 10, settleMs: 1, purgeSettleMs: 1 };

afterEach(() => vi.restoreAllMocks());

it('no client is gone on a Mac while any of its processes is in the world', async () => {
  const { seed, report } = reporter('gone on a Mac, one look');
  await fc.assert(
    fc.asyncProperty(mixed, async ({ client, world }) => {
      const seen = await seenOn(world, client);
      for (const kind of ['exit', 'force'] as const)
        expect(judge({ kind, client }, seen, [], [])).not.toBe('gone');
      expect(presence(seen)).not.toBe('gone');
    }),
    { numRuns: RUNS, ...(seed === undefined ? {} : { seed }) },
  );
  report(RUNS, 'worlds of the situations');
});

it('no request calls a client gone on a Mac while any of its processes is left, and none touches a stranger', async () => {
  const { seed, report } = reporter('gone on a Mac, whole requests');
  const kinds = fc.constantFrom<RequestKind>('exit', 'force', 'hide', 'purge');
  await fc.assert(
    fc.asyncProperty(mixed, kinds, async ({ client, world, its }, kind) => {
      const { machine, touched, world: now } = quickLiving(world);
      const room = { machine, clients, lang: 'en', surface: 'test' } as const;
      const receipt = await runRequest(room, { kind, client, tiers: ['cache'] }, QUICK);
      const pids = its.map(({ pid }) => pid);
      expect([...touched].filter((pid) => !pids.includes(pid))).toEqual([]);
      if (!now().processes.some(({ pid }) => pids.includes(pid))) return;
      expect(receipt.verdict).not.toBe('gone');
      if (kind !== 'hide') expect(isClean(receipt)).toBe(false);
    }),
    { numRuns: RUNS, ...(seed === undefined ? {} : { seed }) },
  );
  report(RUNS, 'worlds of the situations');
});
