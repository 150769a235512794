import type { Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { absolutePath } from './absolute-path.ts';
import { electronApp, isElectron } from './electron-app.ts';
import { LOADERS, type Loader } from './loaders.ts';
import { plainPath } from './program-name.ts';

/** The program that a process really runs, and who runs it. */
export interface Program {
  /** Absolute, with forward slashes and a plain name; a program of Wine as Windows names it. */
  readonly path: string;
  /** The same as it was given: a file can really end in what an update appends. */
  readonly given: string;
  readonly by: 'itself' | 'loader' | 'wine' | 'electron';
}

/** `wine-preloader`, `wine64`, `deepin-wine6-stable`; the server and the tools run no program. */
const WINE = /^(?:[\w.]+-)?wine(?!server|path|cfg|boot|tricks|prefix|-server)[\w.-]*$/i;

/** Whether a program runs others, so that its own name says nothing. */
export const runsOthers = (exe: string): boolean => {
  const name = lastPart(exe);
  return loaderOf(name) !== undefined || WINE.test(name) || isElectron(name);
};

/** Whether a program is the dynamic loader, or an emulator of another processor. */
export const isLoader = (exe: string): boolean => loaderOf(lastPart(exe)) !== undefined;

const loaderOf = (name: string): Loader | undefined =>
  LOADERS.find(({ names }) => names.test(name));

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
  if (!process.exe.known) return undefined;
  const exe = process.exe.value;
  const name = lastPart(exe);
  const args = process.args.known ? process.args.value : [];
  if (WINE.test(name)) {
    const path = args.map(slashed).find((arg) => /\.exe$/i.test(plainPath(arg, arg)));
    return path === undefined
      ? undefined
      : { path: plainPath(path, process.name), given: path, by: 'wine' };
  }
  const loader = loaderOf(name);
  if (loader) {
    const path = firstProgram(loader, args.slice(1));
    // Without an argument it is itself what was started, or it changed its title.
    if (path === undefined) return undefined;
    const given = absolutePath(path, process.cwd);
    return { path: plainPath(given, process.name), given, by: 'loader' };
  }
  if (isElectron(name)) {
    const given = electronApp(process);
    return given === undefined ? undefined : { path: given, given, by: 'electron' };
  }
  return { path: plainPath(exe, process.name), given: exe, by: 'itself' };
}

/** The name of what a loader runs that hides itself: its command line says so still. */
export function hiddenProgram({ args }: Process): string | undefined {
  const [own = '', ...rest] = args.known ? args.value : [];
  const loader = loaderOf(lastPart(own));
  const path = loader && firstProgram(loader, rest);
  return path === undefined ? undefined : lastPart(path);
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

function firstProgram({ withValue }: Loader, args: readonly string[]): string | undefined {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return args[at + 1];
    if (!arg.startsWith('-')) return arg;
    if (withValue.has(arg)) at++;
  }
  return undefined;
}
