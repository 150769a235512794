import path from 'node:path';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { enter, type Behaviour } from '../../shared/machine/simulated/behaviours.ts';
import { World } from '../../shared/machine/simulated/world.ts';

/** The build whose machine a test brings along. */
export const BUILT = path.resolve('dist/raycast-test');

/** The machine of whatever command is loaded from now on. */
export function bring(machine: Machine): void {
  (globalThis as { cleanExitMachine?: () => Machine }).cleanExitMachine = () => machine;
}

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

/** A Mac or a PC of one value; its own files lie in this folder, because receipts are really written. */
export function simulatedIn(folder: string, platform: 'macos' | 'windows', temper?: Behaviour) {
  const world = new World();
  const places = {
    ...simulatedMachine(world).places,
    ...{ programFiles: 'C:/Program Files', programFilesX86: 'C:/Program Files (x86)' },
    ...{ ourConfig: path.join(folder, 'config'), ourState: path.join(folder, 'state') },
  };
  const come = (pid = 1_000, how: Behaviour = 'polite'): void =>
    enter(world, { temper: how, pid, helpers: 2, ...WECHAT[platform] });
  if (temper) come(1_000, temper);
  return { world, come, machine: { ...simulatedMachine(world, {}, platform), places } };
}
