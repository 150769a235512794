import type { Process } from '../model.ts';
import { ownScripts } from '../interpreter-args.ts';
import { settledPlace, placeOf } from './place.ts';
import { plainPath } from './program-name.ts';
import { programOf, runsOthers } from './program.ts';

/**
 * All paths under which a pattern may know the program of a process: as the kernel names it, with its
 * plain name, as links name it, and the program that a loader runs.
 */
export function pathsOf(process: Process): readonly string[] {
  const found = remembered.get(process) ?? allPaths(process);
  remembered.set(process, found);
  return found;
}

/** A process is a frozen value that several rules ask about in one look. */
const remembered = new WeakMap<Process, readonly string[]>();

function allPaths(process: Process): readonly string[] {
  if (!process.exe.known) return [];
  const exe = process.exe.value;
  const program = programOf(process);
  const own = [exe, ...(program && program.by !== 'wine' ? [program.given] : [])];
  return named(own, process);
}

/** All places by which a person can have settled a program; a loader's own place is nobody's. */
export function placesOf(process: Process): readonly string[] {
  if (!process.exe.known) return [];
  const exe = process.exe.value;
  const place = placeOf(process);
  // Exact: beside a settled program another can lie that an update set aside.
  const own = runsOthers(exe) ? [] : linked([exe], process);
  return [
    ...new Set([
      ...(place === undefined ? [] : [place]),
      ...ownScripts(process),
      ...(process.traits?.mapped ?? []).map(settledPlace),
      ...own.flatMap((one) => [one, settledPlace(one)]),
    ]),
  ];
}

/** With the other names of each, which may be plain only after their last part was. */
function named(paths: readonly string[], process: Process): readonly string[] {
  const all = linked(paths, process);
  return [...new Set(all.flatMap((path) => [path, plainPath(path, process.name)]))];
}

const linked = (paths: readonly string[], { files = {} }: Process): readonly string[] =>
  paths.flatMap((path) => [path, ...(files[path] ?? [])]);
