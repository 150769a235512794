import { statSync } from 'node:fs';
import type { Process } from '../../core/model.ts';
import { environmentOf } from './own-mounts.ts';
import type { Environment } from './places.ts';
import { sessionAddress } from './tray/address.ts';
import { parseAddresses } from './tray/parse-address.ts';
import { isSameBus } from './tray/same-bus.ts';
import { parseDisplay } from './windows/address.ts';
import { isSameDisplay } from './windows/same-display.ts';

/** Where a client shows itself, beside our own desktop. */
export interface OtherDesktops {
  readonly buses: readonly string[];
  /** Environments that name a screen, with what is needed to ask it. */
  readonly screens: readonly Environment[];
}

/** Beyond so many desktops of one user nobody is looked for. */
const MOST = 8;

/**
 * The session buses and screens that these processes name in their environments and that are not ours: an
 * old tmux keeps the address of a session that has ended, and a nested X server is a screen of its own.
 * Those of `before` stay: that is where an icon would be left when its client has gone.
 */
export function otherDesktops(
  ours: Environment,
  processes: readonly Pick<Process, 'pid' | 'sandbox'>[],
  before: OtherDesktops,
  proc = '/proc',
): OtherDesktops {
  const ourBus = sessionAddress(ours);
  const ourScreen = ours['DISPLAY'];
  const buses = [...before.buses];
  const screens = [...before.screens];
  for (const { pid, sandbox } of processes) {
    const theirs = environmentOf(`${proc}/${pid}`);
    if (theirs === undefined) continue;
    const env = Object.fromEntries(theirs);
    // In a sandbox the same path can be another socket: a proxy, whose icons are on our own bus.
    const isHere = (socket: string | undefined): boolean =>
      sandbox === undefined || isSameSocket(socket, `${proc}/${pid}/root`);
    const bus = sessionAddress(env);
    if (bus !== undefined && isHere(pathOf(bus)) && bus !== ourBus)
      if (![...buses, ...(ourBus ? [ourBus] : [])].some((one) => isSameBus(one, bus)))
        buses.push(bus);
    const screen = env['DISPLAY'];
    if (screen && isHere(socketOf(screen)) && screen !== ourScreen)
      if (![...screens.map(displayOf), ourScreen].some((one) => isSameDisplay(one, screen)))
        screens.push(screenOnly(env));
  }
  return { buses: buses.slice(-MOST), screens: screens.slice(-MOST) };
}

/** What is needed to ask a screen, and to know whether it shows all. */
const SCREEN = ['DISPLAY', 'XAUTHORITY', 'HOME', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE'] as const;

const screenOnly = (env: Environment): Environment =>
  Object.fromEntries(SCREEN.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

const displayOf = (env: Environment): string | undefined => env['DISPLAY'];

/** Where a bus listens, and where a screen does. */
export const pathOf = (bus: string): string | undefined => parseAddresses(bus)[0]?.keys.get('path');

export const socketOf = (screen: string): string | undefined => parseDisplay(screen)?.socketFile;

/** Whether a process with this root finds the same socket there as we do. */
export function isSameSocket(file: string | undefined, root: string): boolean {
  if (file === undefined) return false;
  try {
    const [here, there] = [statSync(file), statSync(`${root}${file}`)];
    return here.dev === there.dev && here.ino === there.ino;
  } catch {
    return false;
  }
}
