import type { Process } from './model.ts';
import { absolutePath } from './recognition/absolute-path.ts';
import { interpreterOf, type Interpreter } from './recognition/interpreters.ts';
import { programOf } from './recognition/program.ts';

/** What the command line of an interpreter says of its script. */
export interface Reading {
  /** Absolute paths that the script can have, likeliest first; relative ones where no folder is known. */
  readonly paths: readonly string[];
  /** Whether a script that is there was named: then whatever else stands on the line is not it. */
  readonly isRead: boolean;
}

/**
 * What an interpreter runs, by its options and by what it appends itself. A program may have put the script
 * in the interpreter's own place (`exec -a`), so that one counts as well.
 */
export function readScript(process: Process): Reading {
  const { args, exe, files } = process;
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

const ended = ({ endings }: Interpreter, path: string): readonly string[] =>
  endings.map((ending) => path + ending);

/** The script as the command line names it: none behind code, and of a module the file that it may be. */
function namedBy(interpreter: Interpreter, args: readonly string[]): readonly string[] {
  const { withValue, code, module, script, verbs, runsClasses } = interpreter;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const next = args[at + 1] ?? '';
    if (script?.has(arg)) return [next];
    if (module?.test(arg)) return modulePaths(next);
    if (code.test(arg)) return [];
    if (withValue.has(arg)) at++;
    else if (arg === '--') return next === '' ? [] : [next];
    else if (!arg.startsWith('-') && arg.trim() !== '' && !verbs?.has(arg))
      return runsClasses ? [] : [arg];
  }
  return [];
}

/** `-m chat.main`: a file or a package below the current folder. */
function modulePaths(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__main__.py`];
}
