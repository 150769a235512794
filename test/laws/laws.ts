import { expect } from 'vitest';
import fc from 'fast-check';
import type * as Exit from '../engine/in-a-room.ts';
import type * as Planning from '../../shared/core/plan.ts';
import type { Process, Request } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { recognizer } from '../../shared/core/identify.ts';
import type { World } from '../../shared/machine/simulated/world.ts';
import { CHAT, isReallyChat, POLICY, really, stage, WORK, type Scene } from './stage.ts';
import { snapshotOf } from '../observe.ts';

/** The program under test: the real one, or one with a fault planted in it. */
export interface Subject {
  readonly exit: typeof Exit;
  readonly planning: typeof Planning;
}

/** Throws where it does not hold; `fc.pre` leaves out the cases that it says nothing about. */
export type Law = (subject: Subject, scene: Scene, request: Request) => Promise<void>;

const CLIENTS = [CHAT, WORK];

const room = (machine: Parameters<typeof Exit.runRequest>[0]['machine']): Exit.Room => ({
  machine,
  clients: CLIENTS,
  surface: 'test',
});

const PURGE = { kind: 'purge', client: 'chat', tiers: ['cache'] } as const;

/** Carries a request out in a world of its own. */
async function play(
  { exit }: Subject,
  scene: Scene,
  request: Request,
  policy = POLICY,
): Promise<{ readonly world: World; readonly receipt: Receipt }> {
  const { world, machine } = stage(scene);
  return { world, receipt: await exit.runRequest(room(machine), request, policy) };
}

/** As the author of the world knows: the program itself, and no part of it. */
const isRoot = ({ exe, args }: Process): boolean =>
  exe.known && exe.value === '/opt/chat/chat' && args.known && args.value.length === 1;

const endedIn = (world: World): readonly Process[] =>
  world.deeds.flatMap((one) => (one.deed === 'ended' ? [one.process] : []));
const removedIn = (world: World) => world.deeds.filter((one) => one.deed === 'removed');

export const LAWS = {
  'never says gone while one of ours runs': async (subject, scene, request) => {
    const { world, receipt } = await play(subject, scene, request);
    fc.pre(receipt.verdict === 'gone');
    expect(really(world)).toEqual([]);
  },

  'never says gone while it cannot see': async (subject, scene, request) => {
    const blind = { probe: scene.blind?.probe ?? ('processes' as const), from: 1, to: 1_000 };
    const { receipt } = await play(subject, { ...scene, blind }, request);
    expect(receipt.verdict).not.toBe('gone');
  },

  'never touches a process that is not this client of this user': async (
    subject,
    scene,
    request,
  ) => {
    const { world } = await play(subject, scene, request);
    const touched = world.deeds.flatMap((one) =>
      one.deed === 'asked' || one.deed === 'ended' ? [one.process] : [],
    );
    fc.pre(touched.length > 0);
    expect(touched.filter(({ pid, owner }) => !isReallyChat(pid, owner))).toEqual([]);
  },

  'changes nothing in a preview': async (subject, scene, request) => {
    const { world, machine } = stage({ ...scene, arrivesAt: 0 });
    fc.pre(world.actors.length > 0);
    const before = JSON.stringify([world.actors, world.icons, world.windows, world.files]);
    await subject.exit.preview(room(machine), request, POLICY);
    expect(world.deeds).toEqual([]);
    expect(JSON.stringify([world.actors, world.icons, world.windows, world.files])).toBe(before);
  },

  'does nothing the second time': async (subject, scene, request) => {
    const { world, machine } = stage({ ...scene, arrivesAt: 0 });
    const first = await subject.exit.runRequest(room(machine), request, POLICY);
    fc.pre(first.verdict === 'gone' && world.deeds.length > 0);
    const deeds = world.deeds.length;
    const second = await subject.exit.runRequest(room(machine), request, POLICY);
    expect(world.deeds.length).toBe(deeds);
    expect(second.steps.filter((step) => step.kind === 'ask' || step.kind === 'end')).toEqual([]);
  },

  'never ends a root in a safe exit': async (subject, scene, request) => {
    fc.pre(request.kind === 'exit' && !request.then && scene.instances > 0);
    const { world } = await play(subject, scene, request);
    expect(endedIn(world).filter(isRoot)).toEqual([]);
  },

  'never ends a helper while its root lives': async (subject, scene) => {
    fc.pre(scene.temper !== 'supervised' && scene.helpers > 0);
    const request: Request = { kind: 'exit', client: 'chat' };
    const { world } = await play(subject, { ...scene, arrivesAt: 0 }, request);
    fc.pre(really(world).some((pid) => pid % 1_000 === 0));
    expect(endedIn(world)).toEqual([]);
  },

  'never says still running once every root has left': async (subject, scene, request) => {
    fc.pre(scene.instances > 0 || scene.orphan);
    const alone = { ...scene, arrivesAt: 0, impostor: false };
    const { world, receipt } = await play(subject, alone, request);
    const roots = world.actors.map((actor) => actor.process).filter(isRoot);
    fc.pre(!roots.some(({ pid, owner }) => isReallyChat(pid, owner)));
    expect(receipt.verdict).not.toBe('still-running');
  },

  'removes nothing while one of ours runs': async (subject, scene) => {
    const { world } = await play(subject, scene, PURGE, { ...POLICY, purgeSettleMs: 10 });
    const removals = world.deeds.flatMap((one) => (one.deed === 'removed' ? [one.living] : []));
    fc.pre(removals.length > 0);
    expect(removals.flat().filter((one) => isReallyChat(one.pid, one.owner))).toEqual([]);
  },

  'removes nothing under a hold, and never a message': async (subject, scene) => {
    // Only where the same purge removes something when nothing forbids it.
    fc.pre(removedIn((await play(subject, scene, PURGE)).world).length > 0);
    const held = await play(subject, scene, PURGE, { ...POLICY, hold: true });
    expect(removedIn(held.world)).toEqual([]);
    const messages = { ...PURGE, tiers: ['messages', 'cache'] } as const;
    expect(removedIn((await play(subject, scene, messages)).world)).toEqual([]);
  },

  'never forces where the policy forbids it': async (subject, scene, request) => {
    fc.pre((request.kind === 'force' || request.then === 'force') && scene.instances > 0);
    const { world, receipt } = await play(subject, scene, request, { ...POLICY, force: 'never' });
    expect(endedIn(world).filter(isRoot)).toEqual([]);
    // An exit is polite at first; what it would end with is refused.
    if (request.kind === 'force') expect(world.deeds).toEqual([]);
    const isNew = scene.arrivesAt > 0 || scene.temper === 'supervised';
    const stayed = receipt.verdict === 'still-running' && !isNew && scene.blind === null;
    if (request.kind === 'force' || stayed) expect(receipt.refusals).not.toEqual([]);
  },

  'plans the same for the same sight': async (subject, scene, request) => {
    const { machine } = stage({ ...scene, blind: null });
    const sighting = await snapshotOf(machine, CLIENTS, { trayIcons: true, windows: true });
    const seen = recognizer(CLIENTS, 'linux', machine.places)(sighting).get('chat');
    if (!seen) throw new Error('not seen');
    const situation = {
      client: CHAT,
      platform: 'linux',
      ...{ seen, request, policy: POLICY, trigger: 'person' as const },
    } as const;
    const twice = structuredClone(situation);
    const first = subject.planning.plan(situation);
    fc.pre(first.steps.length > 0);
    expect(subject.planning.plan(twice)).toEqual(first);
  },
} as const satisfies Readonly<Record<string, Law>>;
