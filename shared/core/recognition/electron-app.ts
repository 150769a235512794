import type { Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { absolutePath } from './absolute-path.ts';
import { isPart } from './chromium-parts.ts';
import { ELECTRON, interpreterOf } from './interpreters.ts';
import { loaded } from './loaded.ts';
import { namedBy } from './named-script.ts';
import { plainName } from './program-name.ts';

/** Whether a program is the Electron that a distribution ships for several clients: `electron`, `electron28`. */
export const isElectron = (exe: string): boolean => ELECTRON.test(plainName(lastPart(exe)));

/** The application that a part of Chromium belongs to (Electron's `--app-path`). */
const APP_PATH = '--app-path=';

/**
 * The application that an Electron runs, also behind `--app=` (Electron's default_app): a package (`app.asar`) or
 * its folder, absolute where its current folder is known. Undefined where the command line names none.
 */
export function electronApp(process: Process): string | undefined {
  if (!process.args.known) return undefined;
  const [, ...rest] = process.args.value;
  const named = isPart(process)
    ? rest.find((arg) => arg.startsWith(APP_PATH))?.slice(APP_PATH.length)
    : namedBy(
        interpreterOf('electron'),
        rest.map((arg) => arg.replace(/^--app=/, '')),
      )[0];
  return named === undefined || named === '' ? undefined : absolutePath(named, process.cwd);
}

/** What is inside of an application: its own name stands in front of these. */
const INSIDE = /^(?:resources|app|app\.asar|lib|dist|webcontent|src|[\w.-]+\.[cm]?js)$/i;

/** An application as it is handed out: an archive, or what lies where one does. A developer starts a folder. */
export const isPackaged = (app: string): boolean =>
  /\.asar(?:\/|$)|\/resources\/app(?:\/|$)|\/app\/webcontent$/i.test(app);

/** The path down to the folder that is called like the application: `/usr/lib/slack` of `…/slack/resources/app`. */
export function namedFolder(app: string): string {
  const parts = app.split('/');
  while (parts.length > 2 && INSIDE.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/');
}

/**
 * The Electron whose part a process is: the first one above that is no part itself. What another program of
 * the same Electron has started is that program's.
 */
export function electronAbove(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
): Process | undefined {
  if (!isElectronProcess(process) || !isPart(process)) return undefined;
  const seen = new Set([process.pid]);
  for (let at = byPid.get(process.parent); at && !seen.has(at.pid); at = byPid.get(at.parent)) {
    if (!isElectronProcess(at)) return undefined;
    if (!isPart(at)) return at;
    seen.add(at.pid);
  }
  return undefined;
}

const isElectronProcess = (process: Process): boolean => {
  const run = loaded(process);
  return run?.exe.known === true && isElectron(run.exe.value);
};
