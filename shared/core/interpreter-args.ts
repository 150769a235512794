import type { Process } from './model.ts';
import { absolutePath } from './recognition/absolute-path.ts';
import { interpreterOf, runsScripts, type Interpreter } from './recognition/interpreters.ts';
import { loaded } from './recognition/loaded.ts';
import { namedBy } from './recognition/named-script.ts';
import { programOf } from './recognition/program.ts';

/** What the command line of an interpreter says of its script. */
export interface Reading {
  /** Absolute paths that the script can have, likeliest first; relative ones where no folder is known. */
  readonly paths: readonly string[];
  /** Whether a script that is there was named: then whatever else stands on the line is not it. */
  readonly isRead: boolean;
}

/**
 * What an interpreter runs, also one behind a loader, by its options and by what it appends itself. A program may
 * have put the script in the interpreter's own place (`exec -a`), so that one counts as well.
 */
export function readScript(process: Process): Reading {
  const { args, exe, files } = loaded(process) ?? process;
  if (!args.known) return { paths: [], isRead: false };
  const [own = '', ...rest] = args.value;
  const program = programOf(process);
  if (program?.by === 'wine') return { paths: [program.path], isRead: true };
  const interpreter = interpreterOf(exe.known ? exe.value : own);
  const named = namedBy(interpreter, rest).map((path) => absolutePath(path, process.cwd));
  const scripts = [...new Set(named.flatMap((path) => [path, ...ended(interpreter, path)]))];
  const isRead = files === undefined ? named.length > 0 : scripts.some((path) => path in files);
  return { paths: [...scripts, ...(own === '' ? [] : [absolutePath(own, process.cwd)])], isRead };
}

/** All paths that a script of this process can have, with the other names of those that are files. */
export const scriptsOf = (process: Process): readonly string[] =>
  readScript(process).paths.flatMap((path) => [path, ...(process.files?.[path] ?? [])]);

/**
 * The script that a process runs, where its program or what a loader runs is an interpreter: absolute, and only
 * those that are files where that is known.
 */
export function ownScripts(process: Process): readonly string[] {
  const { args, exe, files } = loaded(process) ?? process;
  if (!exe.known || !args.known || !runsScripts(exe.value)) return [];
  const interpreter = interpreterOf(exe.value);
  const named = namedBy(interpreter, args.value.slice(1)).map((path) =>
    absolutePath(path, process.cwd),
  );
  const scripts = named.flatMap((path) => [path, ...ended(interpreter, path)]);
  return scripts.filter((path) => files === undefined || path in files);
}

const ended = ({ endings }: Interpreter, path: string): readonly string[] =>
  endings.map((ending) => path + ending);
