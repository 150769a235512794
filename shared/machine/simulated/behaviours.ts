import { known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { SIMULATED_ME } from './simulated.ts';
import type { Actor, Nature, World } from './world.ts';

/** The characters a simulated client can have; the practice client has the same. */
export const BEHAVIOURS = [
  'polite',
  'slow',
  'deaf',
  'respawning',
  'stubborn-helper',
  'ghost',
  'asks',
  'denied',
  'supervised',
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

interface Natures {
  readonly root: Nature;
  readonly helper: Nature;
}

const NATURES: Readonly<Record<Behaviour, Natures>> = {
  polite: { root: { whenAsked: 30 }, helper: { whenAsked: 5, afterRoot: 40 } },
  slow: { root: { whenAsked: 2_500 }, helper: { whenAsked: 5, afterRoot: 40 } },
  deaf: { root: { whenAsked: 'stays' }, helper: { whenAsked: 'stays', afterRoot: 10 } },
  respawning: {
    root: { whenAsked: 30 },
    helper: { whenAsked: 5, afterRoot: 'stays', respawnsAfter: 50 },
  },
  'stubborn-helper': {
    root: { whenAsked: 30 },
    helper: { whenAsked: 'stays', afterRoot: 'stays' },
  },
  ghost: { root: { whenAsked: 30, leavesGhost: true }, helper: { whenAsked: 5, afterRoot: 40 } },
  asks: { root: { whenAsked: 'stays' }, helper: { whenAsked: 'stays', afterRoot: 10 } },
  denied: {
    root: { whenAsked: 'stays', denied: true },
    helper: { whenAsked: 'stays', afterRoot: 'stays', denied: true },
  },
  supervised: {
    root: { whenAsked: 30, respawnsAfter: 200 },
    helper: { whenAsked: 5, afterRoot: 40 },
  },
};

export interface ClientOnStage {
  readonly temper: Behaviour;
  readonly pid: number;
  readonly owner?: string;
  readonly rootExe: string;
  readonly helperExe: string;
  readonly helpers: number;
  /** Its helpers are parts of the same program (`--type=…`), as Electron's are. */
  readonly sameProgram?: boolean;
  readonly iconId?: string;
  readonly windowOpen?: boolean;
}

/** Puts one client into a world: a root, its helpers, its icon and its window. */
export function enter(world: World, client: ClientOnStage): void {
  const { root, helper } = NATURES[client.temper];
  const owner = client.owner ?? SIMULATED_ME;
  const service = client.temper === 'supervised' ? { service: 'chat.service' } : {};
  const make = (
    pid: number,
    parent: number,
    exe: string,
    more: readonly string[] = [],
  ): Process => ({
    pid,
    parent,
    owner,
    startTime: String(pid),
    name: exe.slice(exe.lastIndexOf('/') + 1).slice(0, 15),
    exe: known(exe),
    args: known([exe, ...more]),
    ...(parent === 1 ? service : {}),
  });
  const actors: Actor[] = [{ process: make(client.pid, 1, client.rootExe), nature: root }];
  for (let i = 1; i <= client.helpers; i++)
    actors.push({
      process: client.sameProgram
        ? make(client.pid + i, client.pid, client.rootExe, ['--type=renderer'])
        : make(client.pid + i, client.pid, client.helperExe),
      nature: helper,
      rootPid: client.pid,
    });
  world.actors.push(...actors);
  if (client.iconId !== undefined)
    world.icons.push({
      address: `:1.${client.pid}/StatusNotifierItem`,
      id: client.iconId,
      title: client.iconId,
      holder: known(client.pid),
    });
  if (client.windowOpen)
    world.windows.push({ id: String(client.pid), title: 'chat', pid: client.pid, visible: true });
}
