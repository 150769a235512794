import fc from 'fast-check';
import type { Client, Edition, ProcessPattern, RootPattern } from '../../shared/core/client.ts';
import { simulatedMachine, type Blindness } from '../../shared/machine/simulated/simulated.ts';
import { enter, BEHAVIOURS, type Behaviour } from '../../shared/machine/simulated/behaviours.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import type { Machine } from '../../shared/machine/machine.ts';

const pattern = (exe: string): ProcessPattern => ({ exe, source: 'test', confidence: 'high' });

const root = (exe: string): RootPattern => ({ ...pattern(exe), name: 'common' });

const client = (id: string, folder: string): Client => {
  const edition: Edition = {
    id: 'linux',
    platform: 'linux',
    roots: [root(`${folder}/${id}`)],
    helpers: [pattern(`${folder}/ChatAppEx`)],
    tray: { ids: [id], quitLabels: ['Quit'] },
    closeQuits: false,
    bundleIds: [],
    windowClasses: [],
    data: [],
    files: [{ glob: '{root}/cache/**', tier: 'cache', source: 'test', confidence: 'high' }],
    never: [],
    notes: [],
    sources: [],
  };
  return { id, name: id, nameZh: id, editions: [edition], origin: 'catalogue' };
};

/** Two clients that share the name of a helper, as WeChat and WeCom do. */
export const CHAT = client('chat', '/opt/chat');
export const WORK = client('work', '/opt/work');

export { DEFAULT_POLICY as POLICY } from '../../shared/core/policy.ts';

/** A recipe for a world, so that a failing case is printed as something a person can read. */
export interface Scene {
  readonly temper: Behaviour;
  readonly instances: number;
  readonly helpers: number;
  readonly icon: boolean;
  readonly sameProgram: boolean;
  readonly orphan: boolean;
  readonly othersChat: boolean;
  readonly impostor: boolean;
  readonly work: boolean;
  /** A chat that somebody starts at this moment, in ms; 0 is never. */
  readonly arrivesAt: number;
  readonly blind: {
    readonly probe: 'processes' | 'trayIcons' | 'windows';
    readonly from: number;
    readonly to: number;
  } | null;
}

export const scenes = fc.record<Scene>({
  temper: fc.constantFrom(...BEHAVIOURS),
  instances: fc.integer({ min: 0, max: 2 }),
  helpers: fc.integer({ min: 0, max: 3 }),
  icon: fc.boolean(),
  sameProgram: fc.boolean(),
  orphan: fc.boolean(),
  othersChat: fc.boolean(),
  impostor: fc.boolean(),
  work: fc.boolean(),
  arrivesAt: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
  blind: fc.option(
    fc.record({
      probe: fc.constantFrom('processes' as const, 'trayIcons' as const, 'windows' as const),
      from: fc.integer({ min: 1, max: 6 }),
      to: fc.integer({ min: 1, max: 20 }),
    }),
  ),
});

export interface Staged {
  readonly world: World;
  readonly machine: Machine;
}

export function stage(scene: Scene): Staged {
  const world = new World();
  const chat = {
    temper: scene.temper,
    rootExe: '/opt/chat/chat',
    helperExe: '/opt/chat/ChatAppEx',
    sameProgram: scene.sameProgram,
  };
  for (let i = 1; i <= scene.instances; i++)
    enter(world, {
      ...chat,
      pid: i * 1_000,
      helpers: scene.helpers,
      ...(scene.icon ? { iconId: 'chat' } : {}),
    });
  if (scene.orphan) {
    enter(world, { ...chat, pid: 5_000, helpers: 1 });
    world.actors = world.actors.filter((actor) => actor.process.pid !== 5_000);
  }
  if (scene.othersChat) enter(world, { ...chat, pid: 6_000, helpers: 1, owner: '1001' });
  if (scene.impostor)
    enter(world, {
      ...chat,
      pid: 7_000,
      helpers: 1,
      rootExe: '/home/x/chat',
      helperExe: '/home/x/ChatAppEx',
    });
  if (scene.work)
    enter(world, {
      temper: 'polite',
      pid: 8_000,
      helpers: 1,
      rootExe: '/opt/work/work',
      helperExe: '/opt/chat/ChatAppEx',
    });
  if (scene.arrivesAt > 0) {
    const late = new World();
    enter(late, { ...chat, temper: 'polite', pid: 9_000, helpers: 0 });
    for (const actor of late.actors) world.arrive(actor, scene.arrivesAt);
  }
  world.files = [1, 2, 3].map((n) => ({
    path: `/c/${n}`,
    client: 'chat',
    tier: 'cache',
    bytes: n * 10,
  }));
  const { blind } = scene;
  const fails = (look: number): boolean => blind !== null && look >= blind.from && look <= blind.to;
  const blindness: Blindness = blind ? { [blind.probe]: fails } : {};
  return { world, machine: simulatedMachine(world, blindness) };
}

/** The processes that really are this client's and this user's, as the author of the world knows. */
export const really = (world: World): readonly number[] =>
  world.actors
    .map((actor) => actor.process)
    .filter(
      (p) => isReallyChat(p.pid, p.owner) && p.exe.known && p.exe.value.startsWith('/opt/chat/'),
    )
    .map((p) => p.pid);

/** Pids 8,000 and up to 8,999 are WeCom's, with a helper that merely has WeChat's path. */
export const isReallyChat = (pid: number, owner: string): boolean =>
  owner === '1000' && !(pid >= 7_000 && pid < 9_000);
