import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DRIVE_C, NODE_EXE, seenInWine, WINE, wineEnvironment } from './wine.ts';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Begun {
  readonly child: ChildProcess;
  /** What it said, once it has ended. */
  readonly said: Promise<Said>;
}

const PRELOAD = seenInWine(path.resolve(import.meta.dirname, 'home.cjs'));

/**
 * Starts a program of ours with Windows' own Node under Wine, in this home. It writes into files, because it
 * cannot use a pipe of Linux as its output.
 */
export function beginNode(
  args: readonly string[],
  home: Readonly<Record<string, string>> = {},
): Begun {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-wine-'));
  const [out, err] = ['out', 'err'].map((name) => path.join(folder, name)) as [string, string];
  const [toOut, toErr] = [openSync(out, 'w'), openSync(err, 'w')];
  const env = wineEnvironment({ CLEAN_EXIT_TEST_HOME: JSON.stringify(home) });
  const child = spawn(WINE, [NODE_EXE, '-r', PRELOAD, ...args], {
    ...{ cwd: DRIVE_C, env },
    stdio: ['ignore', toOut, toErr],
  });
  closeSync(toOut);
  closeSync(toErr);
  const said = new Promise<Said>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve({ code, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') });
      rmSync(folder, { recursive: true, force: true });
    });
  });
  return { child, said };
}

const COMMAND_LINE = seenInWine(path.resolve('bin/clean-exit.cjs'));

/** The built command line, as a person would run it on Windows. */
export const cleanExit = (
  home: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Said> => beginNode([COMMAND_LINE, ...args], home).said;

/** The folders of a user of Windows, as Windows tells every program. */
export const homeOf = (user: string): Readonly<Record<string, string>> => {
  const home = `C:\\users\\${user}`;
  return {
    USERPROFILE: home,
    APPDATA: `${home}\\AppData\\Roaming`,
    LOCALAPPDATA: `${home}\\AppData\\Local`,
    TEMP: `${home}\\AppData\\Local\\Temp`,
  };
};

/** How a host starts the built plugin in this user's home; it finds all that it needs beside itself. */
export function onWindows(user: string) {
  const { NODE_PATH: _, ...env } = wineEnvironment({
    CLEAN_EXIT_TEST_HOME: JSON.stringify(homeOf(user)),
  });
  return { env, runner: [WINE, NODE_EXE, '-r', PRELOAD] } as const;
}
