import { expect } from 'vitest';
import fc from 'fast-check';
import type * as Exit from '../../shared/exit.ts';
import type * as Planning from '../../shared/core/plan.ts';
import type { Process, Request } from '../../shared/core/model.ts';
import { recognizer } from '../../shared/core/identify.ts';
import { CHAT, isReallyChat, POLICY, really, scenes, stage, WORK, type Scene } from './stage.ts';

/** The program under test: the real one, or one with a fault planted in it. */
export interface Subject {
  readonly exit: typeof Exit;
  readonly planning: typeof Planning;
}

export type Law = (subject: Subject, runs: number) => Promise<void>;

const CLIENTS = [CHAT, WORK];

const room = (machine: Parameters<typeof Exit.carryOut>[0]['machine']): Exit.Room => ({
  machine,
  clients: CLIENTS,
  lang: 'en',
  surface: 'test',
});

const requests = fc.constantFrom<Request>(
  { kind: 'exit', client: 'chat' },
  { kind: 'exit', client: 'chat', then: 'force' },
  { kind: 'force', client: 'chat' },
  { kind: 'purge', client: 'chat', tiers: ['cache'] },
  { kind: 'hide', client: 'chat' },
);

/** As the author of the world knows: the program itself, and no part of it. */
const isRoot = ({ exe, args }: Process): boolean =>
  exe.known && exe.value === '/opt/chat/chat' && args.known && args.value.length === 1;

const check = (
  runs: number,
  law: (scene: Scene, request: Request) => Promise<void>,
): Promise<void> => fc.assert(fc.asyncProperty(scenes, requests, law), { numRuns: runs });

export const LAWS = {
  'never says gone while one of ours runs': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage(scene);
      const receipt = await subject.exit.carryOut(room(machine), request, POLICY);
      if (receipt.verdict === 'gone') expect(really(world)).toEqual([]);
    }),

  'never says gone while it cannot see': (subject, runs) =>
    check(runs, async (scene, request) => {
      const blind = { probe: scene.blind?.probe ?? ('processes' as const), from: 1, to: 1_000 };
      const { machine } = stage({ ...scene, blind });
      const receipt = await subject.exit.carryOut(room(machine), request, POLICY);
      expect(receipt.verdict).not.toBe('gone');
    }),

  'never touches a process that is not this client of this user': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage(scene);
      await subject.exit.carryOut(room(machine), request, POLICY);
      for (const one of world.deeds)
        if (one.deed === 'asked' || one.deed === 'ended')
          expect(isReallyChat(one.process.pid, one.process.owner)).toBe(true);
    }),

  'changes nothing in a preview': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage({ ...scene, arrivesAt: 0 });
      const before = JSON.stringify([world.actors, world.icons, world.windows, world.files]);
      await subject.exit.preview(room(machine), request, POLICY);
      expect(world.deeds).toEqual([]);
      expect(JSON.stringify([world.actors, world.icons, world.windows, world.files])).toBe(before);
    }),

  'does nothing the second time': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage({ ...scene, arrivesAt: 0 });
      const first = await subject.exit.carryOut(room(machine), request, POLICY);
      if (first.verdict !== 'gone') return;
      const deeds = world.deeds.length;
      const second = await subject.exit.carryOut(room(machine), request, POLICY);
      expect(world.deeds.length).toBe(deeds);
      expect(second.steps.filter((step) => step.kind === 'ask' || step.kind === 'end')).toEqual([]);
    }),

  'never ends a root in a safe exit': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage(scene);
      if (request.kind !== 'exit' || request.then) return;
      await subject.exit.carryOut(room(machine), request, POLICY);
      const ended = world.deeds.flatMap((d) => (d.deed === 'ended' ? [d.process] : []));
      expect(ended.filter(isRoot)).toEqual([]);
    }),

  'never ends a helper while its root lives': (subject, runs) =>
    check(runs, async (scene) => {
      const { world, machine } = stage({ ...scene, arrivesAt: 0 });
      const request: Request = { kind: 'exit', client: 'chat' };
      await subject.exit.carryOut(room(machine), request, POLICY);
      const rootLeft = really(world).some((pid) => pid % 1_000 === 0);
      if (rootLeft && scene.temper !== 'supervised')
        expect(world.deeds.filter((d) => d.deed === 'ended')).toEqual([]);
    }),

  'never says still running once every root has left': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage({ ...scene, arrivesAt: 0, impostor: false });
      const receipt = await subject.exit.carryOut(room(machine), request, POLICY);
      const roots = world.actors.map((actor) => actor.process).filter(isRoot);
      const ours = roots.filter((process) => isReallyChat(process.pid, process.owner));
      if (ours.length === 0) expect(receipt.verdict).not.toBe('still-running');
    }),

  'removes nothing while one of ours runs': (subject, runs) =>
    check(runs, async (scene) => {
      const { world, machine } = stage(scene);
      const request: Request = { kind: 'purge', client: 'chat', tiers: ['cache'] };
      await subject.exit.carryOut(room(machine), request, { ...POLICY, purgeSettleMs: 10 });
      for (const one of world.deeds)
        if (one.deed === 'removed')
          expect(one.living.filter((p) => isReallyChat(p.pid, p.owner))).toEqual([]);
    }),

  'removes nothing under a hold, and never a message': (subject, runs) =>
    check(runs, async (scene) => {
      const { world, machine } = stage(scene);
      const purge = { kind: 'purge', client: 'chat' } as const;
      await subject.exit.carryOut(
        room(machine),
        { ...purge, tiers: ['cache'] },
        { ...POLICY, hold: true },
      );
      await subject.exit.carryOut(
        room(machine),
        { ...purge, tiers: ['messages', 'cache'] },
        POLICY,
      );
      expect(world.deeds.filter((d) => d.deed === 'removed')).toEqual([]);
    }),

  'never forces where the policy forbids it': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { world, machine } = stage(scene);
      if (request.kind !== 'force' && request.then !== 'force') return;
      const receipt = await subject.exit.carryOut(room(machine), request, {
        ...POLICY,
        force: 'never',
      });
      const ended = world.deeds.filter(({ deed }) => deed === 'ended');
      expect(
        ended.flatMap((one) => ('process' in one ? [one.process] : [])).filter(isRoot),
      ).toEqual([]);
      // An exit is polite at first; what it would end with is refused.
      if (request.kind === 'force') expect(world.deeds).toEqual([]);
      const stayed = receipt.verdict === 'still-running' && scene.arrivesAt === 0;
      if (request.kind === 'force' || stayed) expect(receipt.refusals).not.toEqual([]);
    }),

  'plans the same for the same sight': (subject, runs) =>
    check(runs, async (scene, request) => {
      const { machine } = stage({ ...scene, blind: null });
      const sighting = await machine.observe(CLIENTS, { trayIcons: true, windows: true });
      const seen = recognizer(CLIENTS, 'linux', machine.places)(sighting).get('chat');
      if (!seen) throw new Error('not seen');
      const situation = { client: CHAT, platform: 'linux', seen, request, policy: POLICY } as const;
      const twice = structuredClone(situation);
      expect(subject.planning.plan(twice)).toEqual(subject.planning.plan(situation));
    }),
} as const satisfies Readonly<Record<string, Law>>;
