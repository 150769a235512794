import os from 'node:os';
import process from 'node:process';
import { linuxMachine } from './linux/linux.ts';
import type { Environment } from './linux/places.ts';
import type { Machine } from './machine.ts';
import { macosPlaces } from './macos/places.ts';
import { notYet } from './not-yet.ts';
import { windowsPlaces } from './windows/places.ts';

/** The environment of this program, read in this one place. */
export const thisEnvironment: Environment = process.env;

/** The computer that this program runs on: the only `process.platform` in the repository. */
export function thisMachine(env: Environment = thisEnvironment): Machine {
  const home = os.homedir();
  const now = Date.now;
  switch (process.platform) {
    case 'win32':
      return notYet('windows', windowsPlaces(env, home), now);
    case 'darwin':
      return notYet('macos', macosPlaces(env, home), now);
    default:
      return linuxMachine({ env, home, uid: process.getuid?.() ?? -1, now });
  }
}
