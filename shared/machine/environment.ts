import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Platform } from '../core/model.ts';
import type { Environment } from './linux/places.ts';

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

/** Where a program runs: all that a machine is chosen and made by. */
export interface HostEnvironment {
  readonly platform: Platform;
  readonly env: Environment;
  readonly home: string;
  /** User id; -1 where there is none. */
  readonly uid: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The only `process.platform` in the repository. */
export const thisPlatform = (): Platform => PLATFORMS[process.platform] ?? 'linux';

/** The computer that this program runs on. */
export function hostEnvironment(env: Environment = thisEnvironment): HostEnvironment {
  const platform = thisPlatform();
  const home = homeOf(env, platform === 'windows' ? 'USERPROFILE' : 'HOME');
  return { platform, env, home, uid: process.getuid?.() ?? -1, now: Date.now };
}

const PLATFORMS: Readonly<Record<string, Platform>> = { win32: 'windows', darwin: 'macos' };

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
