import type { Because, Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { interpreterOf } from './interpreters.ts';
import { loaded } from './loaded.ts';

/** Linux keeps 15 characters of a name (TASK_COMM_LEN, proc(5)). */
const SHORT = 15;

/** A script that a pattern names. */
export interface ScriptHint {
  /** Its last part, e.g. `app.py`; undefined for a wildcard. */
  readonly name: string | undefined;
  /** Whether a folder is the script's. */
  readonly isFolder: (path: string) => boolean;
}

/** A practice client is known by its own home: another one's script has the same name. */
const PRACTICE_HOME = /\/clean-exit-practice-[0-9a-f]{12}\//;

/**
 * Why an interpreter may run the script of a pattern, although its command line does not say so: the name
 * or the stem of the script is among its arguments, or it works in the script's folder.
 */
export function scriptDoubts(process: Process, hint: ScriptHint): readonly Because[] {
  const args = process.args.known ? process.args.value : [];
  // Behind a title the old arguments are blanked, and remain as empty ones.
  const [first = '', ...rest] = args.filter(
    (arg, at) => at === 0 || (arg.trim() !== '' && !PRACTICE_HOME.test(arg)),
  );
  // The kernel calls a process by the script that was started, cut to 15 characters.
  const isCalled = hint.name !== undefined && process.name === hint.name.slice(0, SHORT);
  const isNamed =
    isCalled || (rest.length === 0 ? isInTitle(first, hint) : isAmong(rest, process, hint));
  const cwd = process.cwd?.known ? process.cwd.value : undefined;
  const isThere =
    (cwd !== undefined && [cwd, ...(process.files?.[cwd] ?? [])].some(hint.isFolder)) ||
    args.some((arg) => hint.isFolder(arg.replace(/(.)\/+$/, '$1')));
  return [
    ...(isNamed ? (['script'] as const) : []),
    ...(isThere ? (['script-folder'] as const) : []),
  ];
}

/** A program that hides itself names the script with its ending, as a file: a word alone says nothing. */
export const hiddenScriptDoubts = (process: Process, hint: ScriptHint): readonly Because[] =>
  process.args.known && process.args.value.some((arg) => lastPart(arg) === hint.name)
    ? ['script', 'hidden']
    : [];

const stemOf = ({ name }: ScriptHint): string | undefined => name?.replace(/\.[A-Za-z0-9]+$/, '');

/** Stems that half of all programs have: a word of them in a title says nothing. */
const ANYBODYS = new Set([
  'main',
  '__main__',
  'index',
  'server',
  'start',
  'run',
  'cli',
  'dev',
  'test',
]);

/** A title is a text that the program made: a whole word of it may be the stem, a file in it the script. */
const isInTitle = (title: string, hint: ScriptHint): boolean => {
  const stem = stemOf(hint);
  return title
    .split(/[\s"'=:,;()[\]]+/)
    .some(
      (word) =>
        (word === stem && !ANYBODYS.has(word)) ||
        (hint.name !== stem && hint.name !== undefined && lastPart(word) === hint.name),
    );
};

/** Also a module (`-m chat.bot`), a part of a class path, and a word of the code behind `-c`. */
function isAmong(args: readonly string[], process: Process, hint: ScriptHint): boolean {
  const wanted = new Set([hint.name, stemOf(hint)]);
  const { exe } = loaded(process) ?? process;
  const { code } = interpreterOf(exe.known ? exe.value : '');
  return args.some((arg, at) => {
    if (arg.split(/[:;,=]/).some((part) => wanted.has(lastPart(part)))) return true;
    const words = code.test(args[at - 1] ?? '') ? arg.split(/[^\p{L}\p{N}_]+/u) : [];
    return words.some((word) => wanted.has(word));
  });
}
