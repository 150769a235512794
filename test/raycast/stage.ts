import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Behaviour } from '../../shared/machine/simulated/behaviours.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { receiptsIn as receiptsInHome } from '../streamdeck/plugin/stage.ts';
import { newHome, type Home } from '../cli/home.ts';
import { launch, type Given } from './host/launch.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';
import { bring, BUILT, simulatedIn } from './machines.ts';

const running = new Set<Running>();
afterEach(() => {
  for (const one of running) one.stop();
  running.clear();
});

/** A person at a launcher: what the commands do, and to which machine. */
export interface Launcher {
  readonly world: World;
  readonly machine: Machine;
  /** Starts a command, also after others. */
  readonly start: (command: string, more?: Partial<Given>) => Running;
}

export function launcher(machine: Machine, world = new World()): Launcher {
  bring(machine);
  return {
    world,
    machine,
    start: (command, more = {}) => {
      const one = launch({ folder: BUILT, command, world, ...more });
      running.add(one);
      return one;
    },
  };
}

/** The real machine of Linux in a home of its own, with a practice client of this temper. */
export async function evening(temper: Behaviour | 'nobody'): Promise<Launcher & { home: Home }> {
  const home = newHome();
  if (temper !== 'nobody') await home.run('practice', 'start', '--temper', temper);
  return { ...launcher(nativeMachine(home.env)), home };
}

export const receiptsAt = (home: Home): readonly Receipt[] => receiptsInHome(home);

/** The receipts that this machine keeps. */
export const receiptsIn = ({ places }: Pick<Machine, 'places'>): readonly Receipt[] =>
  readReceipts(places.ourState).receipts;

/** Writes a file into the folder of settings, such as `policy.json` or `clients/mine.json`. */
export function configure({ places }: Pick<Machine, 'places'>, name: string, text: string): void {
  const file = path.join(places.ourConfig, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A Mac or a PC of one value, with a new home for what is really written. */
export const simulated = (platform: 'macos' | 'windows', temper?: Behaviour) =>
  simulatedIn(newHome().folder, platform, temper);
