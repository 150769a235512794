import type { Because, Process } from '../model.ts';
import { lastPart } from '../paths.ts';

/** A script that a pattern names. */
export interface ScriptHint {
  /** Its last part, e.g. `app.py`; undefined for a wildcard. */
  readonly name: string | undefined;
  /** Whether a folder is the script's. */
  readonly isFolder: (path: string) => boolean;
}

/**
 * Why an interpreter may run the script of a pattern, although its command line does not say so: the name
 * or the stem of the script is among its arguments, or it works in the script's folder.
 */
export function scriptDoubts(process: Process, hint: ScriptHint): readonly Because[] {
  const args = process.args.known ? process.args.value : [];
  const stem = hint.name?.replace(/\.[A-Za-z0-9]+$/, '');
  const isNamed = args.some((arg) => {
    const words = arg.split(/[^\p{L}\p{N}_.-]+/u).flatMap((word) => [word, ...word.split('.')]);
    return words.some((word) => word !== '' && (word === hint.name || word === stem));
  });
  const isThere =
    (process.cwd?.known === true && hint.isFolder(process.cwd.value)) ||
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
