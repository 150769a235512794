import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { linuxMachine } from './linux/linux.ts';
import type { Environment } from './linux/places.ts';
import type { Machine } from './machine.ts';
import { macosPlaces } from './macos/places.ts';
import { notYet } from './not-yet.ts';
import { windowsPlaces } from './windows/places.ts';

/** The environment of this program, read in this one place. */
export const thisEnvironment: Environment = process.env;

/** Nobody says where the home folder is, and a guess would write into whatever folder we stand in. */
export class HomeFault extends Error {
  /** The variable to set. */
  readonly variable: string;
  /** What it holds; undefined where it is not set. */
  readonly value: string | undefined;

  constructor(variable: string, value: string | undefined) {
    const what =
      value === undefined
        ? `${variable} is not set, and the system knows no home folder of this user`
        : `${variable} is "${value}", which is no absolute path`;
    super(`${what}: set ${variable} to your home folder`);
    this.name = 'HomeFault';
    this.variable = variable;
    this.value = value;
  }
}

/**
 * The computer that this program runs on: the only `process.platform` in the repository. `worker` is
 * the built file of `files/worker.ts`, where there is one.
 */
export function thisMachine(env: Environment = thisEnvironment, worker?: string): Machine {
  const now = Date.now;
  switch (process.platform) {
    case 'win32':
      return notYet('windows', windowsPlaces(env, homeOf(env, 'USERPROFILE')), now);
    case 'darwin':
      return notYet('macos', macosPlaces(env, homeOf(env, 'HOME')), now);
    default:
      return linuxMachine({
        env,
        home: homeOf(env, 'HOME'),
        uid: process.getuid?.() ?? -1,
        now,
        worker,
      });
  }
}

/** What the environment says, or else the system's list of users. */
function homeOf(env: Environment, variable: string): string {
  const home = env[variable] ?? homeInSystem();
  if (home === undefined || !path.isAbsolute(home)) throw new HomeFault(variable, env[variable]);
  return home;
}

function homeInSystem(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined; // Such a user is in no list: containers run programs under any number.
  }
}
