import { spawn, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DRIVE_C, FOLDER, seenInWine, WINE, wineEnvironment } from './wine.ts';

/** How a practice client of Windows is installed and what it is like. */
export interface Part {
  /** Its program, as a path of Windows with forward slashes. */
  readonly exe: string;
  /** The program of its helpers, where they have one of their own. */
  readonly helperExe?: string;
  readonly temper?: string;
  readonly helpers?: number;
  /** Of its window; without one it is Qt's, of which it is known that it leaves when Windows says so. */
  readonly windowClass?: string;
  readonly title?: string;
  readonly hidden?: boolean;
  /** Its folder, as a path of Windows; else one of its own. */
  readonly folder?: string;
}

/** A practice client that runs under Wine. */
export interface Actor {
  /** Its folder, as this computer sees it. */
  readonly folder: string;
  /** What happened so far, a line each: `root ready`, `root left in order` … */
  events(): readonly string[];
  /** Waits until this happened. */
  until(event: string, times?: number): Promise<void>;
  /** Whether it wrote its databases before it left. */
  wroteInOrder(): boolean;
  end(): Promise<void>;
}

const QT = 'Qt51515QWindowIcon';
let count = 0;
const LIFE_MS = 120_000;
/** Hundreds of programs take their time to start under Wine. */
const READY_MS = 60_000;

/** Starts one, and waits until it and its helpers are there. */
export async function startClient(part: Part): Promise<Actor> {
  const { exe, helperExe = exe, temper = 'polite', helpers = 0 } = part;
  const folder = part.folder
    ? path.join(DRIVE_C, part.folder.slice(3))
    : path.join(DRIVE_C, 'practice', `${process.pid}-${++count}`);
  // Numbers of processes begin again in a new namespace, and the prefix stays.
  if (!part.folder) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const one of new Set([exe, helperExe])) install(one);
  const child = spawn(
    WINE,
    [
      toWindows(exe),
      ...['--dir', seenInWine(folder), '--temper', temper, '--helpers', String(helpers)],
      ...['--helper-exe', toWindows(helperExe), '--life', String(LIFE_MS)],
      ...['--class', part.windowClass ?? QT],
      ...(part.title ? ['--title', part.title] : []),
      ...(part.hidden ? ['--hidden'] : []),
    ],
    { cwd: DRIVE_C, env: wineEnvironment(), stdio: 'ignore' },
  );
  const events = (): readonly string[] => linesIn(path.join(folder, 'events.log'));
  const until = async (event: string, times = 1): Promise<void> => {
    const late = performance.now() + READY_MS;
    const seen = (): number => events().filter((one) => one === event).length;
    while (seen() < times) {
      if (performance.now() > late) throw new Error(`${event}: ${events().join(', ')}`);
      await setTimeout(10);
    }
  };
  await until('root ready');
  return {
    folder,
    events,
    until,
    wroteInOrder: () => linesIn(path.join(folder, 'state.txt')).length > 0,
    end: () => left(child),
  };
}

const toWindows = (file: string): string => file.replaceAll('/', '\\');

/** Puts the practice program where the part has its own. */
function install(exe: string): void {
  const place = path.join(DRIVE_C, exe.slice(3));
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    copyFileSync(path.join(FOLDER, 'practice.exe'), place);
  } catch (error) {
    // A program that runs already is not replaced.
    if (!(error instanceof Error && 'code' in error && error.code === 'ETXTBSY')) throw error;
  }
}

/** How many programs of this folder of Windows live, by their command lines in /proc. */
export const livingIn = (folder: string): number =>
  readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLineOf(pid).includes(folder))
    .length;

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It left meanwhile.
  }
}

/** Without the pids in front of them. */
function linesIn(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/^\d+ /, ''));
  } catch {
    return [];
  }
}

const left = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};

/** Writes files below a folder of Windows, `C:/…`, each with so many bytes. */
export function putFiles(folder: string, bytes: number, ...names: readonly string[]): void {
  for (const name of names) {
    const file = path.join(DRIVE_C, folder.slice(3), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, Buffer.alloc(bytes, 1));
  }
  makeOld(path.join(DRIVE_C, folder.slice(3)));
}

const YESTERDAY = new Date(Date.now() - 86_400_000);

/** A client that wrote yesterday is quiet, and need not be waited for. */
function makeOld(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(path.join(folder, name), YESTERDAY, YESTERDAY);
  utimesSync(folder, YESTERDAY, YESTERDAY);
}

/** Removes a folder of Windows. */
export const removeFolder = (folder: string): void =>
  rmSync(path.join(DRIVE_C, folder.slice(3)), { recursive: true, force: true });

/** The clients that a test starts; none outlives `clear`. */
export function entering(): {
  readonly enter: (part: Part) => Promise<Actor>;
  readonly clear: () => Promise<void>;
} {
  const actors: Actor[] = [];
  return {
    enter: async (part) => {
      const actor = await startClient(part);
      actors.push(actor);
      return actor;
    },
    clear: async () => {
      for (const actor of actors.splice(0)) await actor.end();
    },
  };
}
