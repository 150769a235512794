import { known } from '../../shared/core/known.ts';
import type { Policy, Process, Request } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { runRequest } from './in-a-room.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { enter, type ClientOnStage } from '../../shared/machine/simulated/behaviours.ts';
import { World, type Nature } from '../../shared/machine/simulated/world.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { seeingBy, snapshotOf } from '../observe.ts';

export const EXE = '/opt/chat/chat';
export const HELPER = '/opt/chat/ChatAppEx';
export const EXIT: Request = { kind: 'exit', client: 'chat' };
export const FORCED: Request = { ...EXIT, then: 'force' };

/** Chat in a world of its own. */
export function chat(more: Partial<ClientOnStage> = {}): World {
  const world = new World();
  const on = { temper: 'polite', pid: 1_000, helpers: 0, rootExe: EXE, helperExe: HELPER } as const;
  enter(world, { ...on, ...more });
  return world;
}

export function add(world: World, process: Process, nature: Partial<Nature> = {}): void {
  world.actors.push({ process, nature: { whenAsked: 'stays', ...nature } });
}

/** Changes what is seen from the moment on at which `when` is true. */
export const seeing = (
  world: World,
  change: (process: Process) => Process,
  when: () => boolean = () => true,
): Machine => {
  const machine = simulatedMachine(world);
  return seeingBy(machine, async (clients, scope) => {
    const sighting = await snapshotOf(machine, clients, scope);
    return sighting.processes.known && when()
      ? { ...sighting, processes: known(sighting.processes.value.map(change)) }
      : sighting;
  });
};

export const after = (
  machine: Machine,
  request: Request = EXIT,
  policy: Partial<Policy> = {},
): Promise<Receipt> =>
  runRequest({ machine, clients: [CHAT, WORK], surface: 'test' }, request, {
    ...DEFAULT_POLICY,
    ...policy,
  });

export const kindsOf = ({ steps }: Receipt): readonly string[] =>
  steps.map(({ kind, outcome }) => `${kind} ${outcome}`);
