import path from 'node:path';
import { afterEach } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { keptReceipts } from '../../shared/machine/keep/kept.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { enter, type Temper } from '../../shared/machine/simulated/tempers.ts';
import { World as Simulated } from '../../shared/machine/simulated/world.ts';
import { thisMachine } from '../../shared/machine/this-machine.ts';
import { receiptsIn as receiptsInHome } from '../streamdeck/plugin/stage.ts';
import { newHome, type Home } from '../cli/home.ts';
import { launch, type Given } from './host/launch.ts';
import type { Running } from './host/running.ts';
import { World } from './host/world.ts';

/** The build whose machine a test brings along. */
export const BUILT = path.resolve('dist/raycast-test');

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
  (globalThis as { cleanExitMachine?: () => Machine }).cleanExitMachine = () => machine;
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
export async function evening(temper: Temper | 'nobody'): Promise<Launcher & { home: Home }> {
  const home = newHome();
  if (temper !== 'nobody') await home.run('practice', 'start', '--temper', temper);
  return { ...launcher(thisMachine(home.env)), home };
}

export const receiptsAt = (home: Home): readonly Receipt[] => receiptsInHome(home);

/** The receipts that this machine keeps. */
export const receiptsIn = ({ places }: Pick<Machine, 'places'>): readonly Receipt[] =>
  keptReceipts(places.ourState).receipts;

/** WeChat where a Mac and a PC have it. */
const WECHAT = {
  macos: {
    rootExe: '/Applications/WeChat.app/Contents/MacOS/WeChat',
    helperExe: '/Applications/WeChat.app/Contents/MacOS/WeChatAppEx.app/Contents/MacOS/WeChatAppEx',
  },
  windows: {
    rootExe: 'C:/Program Files/Tencent/WeChat/WeChat.exe',
    helperExe: 'C:/Program Files/Tencent/WeChat/WechatAppLauncher.exe',
    iconId: '微信',
  },
} as const;

/** A Mac or a PC of one value; its own files lie in a new home, because receipts are really written. */
export function simulated(platform: 'macos' | 'windows', temper?: Temper) {
  const world = new Simulated();
  const home = newHome();
  const places = {
    ...simulatedMachine(world).places,
    ...{ programFiles: 'C:/Program Files', programFilesX86: 'C:/Program Files (x86)' },
    ...{ ourConfig: path.join(home.folder, 'config'), ourState: path.join(home.folder, 'state') },
  };
  const come = (pid = 1_000, how: Temper = 'polite'): void =>
    enter(world, { temper: how, pid, helpers: 2, ...WECHAT[platform] });
  if (temper) come(1_000, temper);
  return { world, come, machine: { ...simulatedMachine(world, {}, platform), places } };
}
