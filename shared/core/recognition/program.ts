import { known } from '../known.ts';
import type { Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { absolutePath } from './absolute-path.ts';
import { electronApp, isElectron } from './electron-app.ts';
import { loaded } from './loaded.ts';
import { loaderOf } from './loaders.ts';
import { plainName, plainPath } from './program-name.ts';

/** The program that a process really runs, and who runs it. */
export interface Program {
  /** Absolute, with forward slashes and a plain name; a program of Wine as Windows names it. */
  readonly path: string;
  /** The same as it was given: a file can really end in what an update appends. */
  readonly given: string;
  /** Who runs it in the end: Wine and Electron also behind a loader. */
  readonly by: 'itself' | 'loader' | 'wine' | 'electron';
}

/** `wine-preloader`, `wine64`, `deepin-wine6-stable`; the server and the tools run no program. */
const WINE = /^\.?(?:[\w.]+-)?wine(?!server|path|cfg|boot|tricks|prefix|-server)[\w.-]*$/i;

/** Whether a program is Wine, also as a packager or an update called it: `.wine-wrapped`. */
const isWine = (exe: string): boolean => WINE.test(plainName(lastPart(exe)));

/** Whether a program runs others, so that its own name says nothing. */
export const runsOthers = (exe: string): boolean => isLoader(exe) || isWine(exe) || isElectron(exe);

/** Whether a program is the dynamic loader, or an emulator of another processor. */
export const isLoader = (exe: string): boolean => loaderOf(exe) !== undefined;

/** Whether programs for Windows can run in it: Wine, and a loader that runs Wine. */
export const mayRunWine = (exe: string): boolean => isLoader(exe) || isWine(exe);

/** What a process runs: its own program, or what a loader, an emulator, Wine or Electron runs for it. */
export function programOf(process: Process): Program | undefined {
  if (remembered.has(process)) return remembered.get(process);
  const found = findProgram(process);
  remembered.set(process, found);
  return found;
}

/** A process is a frozen value that several rules ask about in one look. */
const remembered = new WeakMap<Process, Program | undefined>();

function findProgram(process: Process): Program | undefined {
  const run = loaded(process);
  if (!run?.exe.known) return undefined;
  const exe = run.exe.value;
  if (isWine(exe)) {
    const path = wineProgram(run);
    const given = path === undefined ? undefined : absolutePath(path, process.cwd);
    return given === undefined
      ? undefined
      : { path: plainPath(given, process.name), given, by: 'wine' };
  }
  if (isElectron(exe)) {
    const given = electronApp(run);
    return given === undefined ? undefined : { path: given, given, by: 'electron' };
  }
  const by = run === process ? 'itself' : 'loader';
  return { path: plainPath(exe, process.name), given: exe, by };
}

/** The program for Windows among the arguments of Wine, which appends `.exe` to a name without an ending. */
function wineProgram({ args }: Process): string | undefined {
  const all = (args.known ? args.value : []).map((arg) => arg.replaceAll('\\', '/'));
  const named = all.find((arg) => /\.exe$/i.test(plainPath(arg, arg)));
  if (named !== undefined) return named;
  const first = all.slice(1).find((arg) => arg !== '' && !arg.startsWith('-') && !isWine(arg));
  return first === undefined || lastPart(first).includes('.') ? undefined : `${first}.exe`;
}

/** The name of what a loader runs that hides itself: its command line says so still. */
export function hiddenProgram(process: Process): string | undefined {
  const own = process.args.known ? process.args.value[0] : undefined;
  if (own === undefined || !isLoader(own)) return undefined;
  const program = programOf({ ...process, exe: known(own) });
  return program && lastPart(program.path);
}
