import { realpathSync } from 'node:fs';
import type { Client } from '../../core/client.ts';
import { editionsOn } from '../../core/client.ts';
import { matcher } from '../../core/matcher.ts';
import type { Process } from '../../core/model.ts';
import {
  expand,
  globTest,
  hasWildcard,
  lastPart,
  placeValues,
  type Places,
} from '../../core/paths.ts';
import { isInImage } from '../../core/recognition/app-image.ts';
import { isPart } from '../../core/recognition/chromium-parts.ts';
import { doubter } from '../../core/recognition/doubter.ts';
import { runsScripts } from '../../core/recognition/interpreters.ts';
import { namesNobody } from '../../core/recognition/names-nobody.ts';
import { pathsOf } from '../../core/recognition/names-of.ts';
import { plainPath } from '../../core/recognition/program-name.ts';
import { isLoader, programOf } from '../../core/recognition/program.ts';
import { readScript } from '../../core/interpreter-args.ts';
import { appTraitsOf } from './app-name.ts';
import { withArgumentFiles } from './argument-files.ts';
import type { Links } from './links.ts';
import { mappedFiles } from './mapped-files.ts';
import { mountNamesOf } from './mount-names.ts';
import { mountTraits, type OurSide } from './own-mounts.ts';
import { runsIn } from './processes.ts';
import { pythonOfVenv } from './python-of-venv.ts';
import { withScriptInput } from './script-input.ts';
import { sameApplication, type SameFile } from './same-application.ts';
import { withSearchedProgram } from './searched-program.ts';
import { fileBehind } from './file-behind.ts';
import { appImageOf, traitReader } from './traits.ts';

/**
 * Completes a process with what links, mounts and the files around it say of it; undefined where it left before
 * its file was looked at.
 */
export type Complete = (process: Process, links: Links) => Process | undefined;

/**
 * Compiled once for a catalogue. Links are compared for every candidate; mounts, open files and the files
 * beside a program are read only where its name is a client's and its place is not.
 */
export function completer(clients: readonly Client[], places: Places, side: OurSide): Complete {
  const match = matcher(clients, 'linux', places);
  const suspect = doubter(clients, 'linux', places);
  const traits = traitReader(clients, places, side.proc);
  const interpreters = interpretersOf(clients, places);
  const fixed = fixedPrograms(clients, places);
  const hasSettled = clients.some(({ settled }) => (settled?.is.length ?? 0) > 0);
  return (seen, links) => {
    if (!seen.exe.known) return seen;
    const exe = seen.exe.value;
    const whole = withSearchedProgram(withArgumentFiles(seen), side.proc);
    const written = withScriptInput(whole, side.proc);
    const started = withApp(withMapped(written, exe, side.proc));
    const process = hasSettled && isInImage(exe) ? withImage(started, exe, side.proc) : started;
    const files = filesNamed(process, exe, links, interpreters);
    const named: Process = Object.keys(files).length === 0 ? process : { ...process, files };
    if (match(named).length > 0) {
      const own = mountTraits(named, side);
      return Object.keys(own).length === 0
        ? named
        : { ...named, traits: { ...named.traits, ...own } };
    }
    const { file, ...found } = sameFile(process, exe, links, side.proc);
    if (found.same.length > 0) return withNames(named, file, found.same);
    if (found.perhaps.length > 0) return mayBe(named, file, found);
    // What left meanwhile answered nothing of all this, and its child may go on.
    if (!runsIn(side.proc, process)) return undefined;
    const isNamed = (path: string): boolean => fixed.has(lastPart(path));
    const isSuspect = suspect(named).length > 0;
    if (!isSuspect && !pathsOf(named).some(isNamed)) return named;
    // A loader's own file is the same everywhere: what it runs has other names outside of its mounts.
    const run = programPath(process, exe);
    const { bound, ...alike } = otherNames(process, run, links, fixed, side.proc);
    if (alike.same.length === 0 && alike.perhaps.length > 0) return mayBe(named, run, alike);
    const other = [...bound, ...alike.same];
    const more = isSuspect ? [...links.furtherNamesOf(run), ...other] : other;
    const also = { ...named.files, [run]: [...(named.files?.[run] ?? []), ...more] };
    // A helper of that name is looked for among the same files, and no further.
    const looked: Process = isSuspect
      ? {
          ...named,
          files: also,
          traits: {
            ...named.traits,
            ...mountTraits(named, side),
            ...traits.of(process, run),
          },
        }
      : { ...named, files: also };
    // What is asked of one that has left is answered with nothing, as if nothing spoke for it.
    return match(looked).length > 0 || runsIn(side.proc, process) ? looked : undefined;
  };
}

/** The program that runs, by itself or in a loader, and the places of roots at which its very file lies. */
function sameFile(
  process: Process,
  exe: string,
  links: Links,
  proc: string,
): SameFile & { readonly file: string } {
  const file = programPath(process, exe);
  if (namesNobody(file)) return { file, ...sameApplication(file, []) };
  const of = `${proc}/${process.pid}`;
  // What a loader names lies among the mounts of the process, where another file may have that name here.
  const places = links.placesOfFile(file === exe ? `${of}/exe` : `${of}/root${file}`, file);
  return { file, ...sameApplication(file, places ?? []) };
}

/** With further names of one of its files. */
const withNames = (process: Process, file: string, names: readonly string[]): Process => ({
  ...process,
  files: { ...process.files, [file]: [...(process.files?.[file] ?? []), ...names] },
});

/** It runs a client's file, and nobody can tell as which application. */
const mayBe = (process: Process, file: string, { perhaps, isUnread }: SameFile): Process => {
  const named = withNames(process, file, perhaps);
  const unread = isUnread ? { isAppUnread: true as const } : {};
  return { ...named, traits: { ...named.traits, isOtherFile: true, mayBeIts: true, ...unread } };
};

/** What the application of a shared Electron calls itself; its parts belong to the process above them. */
function withApp(process: Process): Process {
  const program = programOf(process);
  if (program?.by !== 'electron' || isPart(process)) return process;
  return { ...process, traits: { ...process.traits, ...appTraitsOf(program.given) } };
}

/** The AppImage that it was started from: a place that a person can have named or settled. */
function withImage(process: Process, exe: string, proc: string): Process {
  const appImage = appImageOf(`${proc}/${process.pid}`, exe);
  return appImage === undefined ? process : { ...process, traits: { ...process.traits, appImage } };
}

/** What a loader runs whose command line names no file: it may have written over it. */
function withMapped(process: Process, exe: string, proc: string): Process {
  if (!isLoader(exe)) return process;
  const program = programOf(process);
  if (program && realOf(program.given) !== undefined) return process;
  const mapped = mappedFiles(process.pid, exe, proc);
  return mapped.length === 0 ? process : { ...process, traits: { ...process.traits, mapped } };
}

const programPath = (process: Process, exe: string): string => {
  const program = programOf(process);
  return program?.by === 'loader' ? program.given : exe;
};

/** The other names of the program; of an interpreter and a loader also what they run, where that is a file. */
function filesNamed(
  process: Process,
  exe: string,
  links: Links,
  interpreters: (name: string) => boolean,
): Readonly<Record<string, readonly string[]>> {
  const files: Record<string, readonly string[]> = {};
  const names = [...linkNames(exe, process, links), ...pythonOfVenv(exe)];
  if (names.length > 0) files[exe] = names;
  const program = programOf(process);
  const isLoader = program?.by === 'loader';
  if (program?.by === 'electron') {
    const real = realOf(program.given);
    const names =
      real === undefined ? [] : [...(real === program.given ? [] : [real]), ...links.namesOf(real)];
    if (names.length > 0) files[program.given] = names;
  }
  const runs = isLoader ? program.given : exe;
  const isKnown = [runs, ...names].some((path) => interpreters(lastPart(path)));
  const isInterpreter = isKnown || runsScripts(runs);
  if (!isLoader && !isInterpreter) return files;
  const scripts = isInterpreter ? readScript(process).paths : [];
  for (const path of isLoader ? [runs, ...scripts] : scripts) {
    const real = realOf(path);
    if (real !== undefined)
      // The interpreter itself can stand among them, with names of its own.
      files[path] = [
        ...(files[path] ?? []),
        ...(real === path ? [] : [real]),
        ...links.namesOf(real),
        ...(scripts.includes(path) ? links.scriptsOfFile(path) : []),
      ];
  }
  // So that it is known which of its paths are files, also where none is.
  if (!isLoader) files[exe] ??= [];
  const folder = process.cwd?.known ? process.cwd.value : undefined;
  if (!isLoader && folder !== undefined)
    files[folder] = [...links.namesOf(folder), ...links.foldersInto(folder)];
  return files;
}

/** Also those of the plain name: a link leads to what an update has renamed meanwhile. */
const linkNames = (file: string, { name }: Process, links: Links): readonly string[] => {
  const plain = plainPath(file, name);
  return [...links.namesOf(file), ...(plain === file ? [] : links.namesOf(plain))];
};

/** By bind mounts, and by being the same file as one that a pattern names. */
function otherNames(
  process: Process,
  file: string,
  links: Links,
  fixed: ReadonlyMap<string, readonly string[]>,
  proc: string,
): SameFile & { readonly bound: readonly string[] } {
  const bound = mountNamesOf(file, proc, process.pid).flatMap((name) => [
    name,
    ...linkNames(name, process, links),
  ]);
  const places = pathsOf(process).flatMap((path) => fixed.get(lastPart(path)) ?? []);
  const own = places.length === 0 ? undefined : fileBehind(fileIn(process, file, proc));
  const there = places.filter((place) => {
    const its = own && fileBehind(place);
    return its && its.dev === own.dev && its.ino === own.ino;
  });
  return { bound, ...sameApplication(file, there) };
}

/** Where the program can be looked at: one that a loader runs lies in the mounts of the process. */
const fileIn = ({ pid, exe }: Process, file: string, proc: string): string =>
  exe.known && exe.value === file ? `${proc}/${pid}/exe` : `${proc}/${pid}/root${file}`;

function interpretersOf(clients: readonly Client[], places: Places): (name: string) => boolean {
  const names = new Set<string>();
  for (const { exe, script } of patternsOf(clients))
    if (script !== undefined) names.add(lastPart(exe));
  const real = [...patternsOf(clients)]
    .filter(({ script, exe }) => script !== undefined && !hasWildcard(lastPart(exe)))
    .flatMap(({ exe }) => realOf(expand(exe, placeValues(places)) ?? '') ?? []);
  for (const one of real) names.add(lastPart(one));
  const open = [...names].filter(hasWildcard).map((name) => globTest(name, 'sensitive'));
  return (name) => names.has(name) || open.some((one) => one.test(name));
}

/** The places of programs without wildcards, by the last part. */
function fixedPrograms(
  clients: readonly Client[],
  places: Places,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { exe, script, sandbox } of patternsOf(clients)) {
    if (script !== undefined || sandbox !== undefined || /[*?[]/.test(exe)) continue;
    const place = expand(exe, placeValues(places));
    if (place === undefined) continue;
    const name = lastPart(place);
    found.set(name, [...(found.get(name) ?? []), place]);
  }
  return found;
}

const patternsOf = (clients: readonly Client[]) =>
  clients.flatMap((client) =>
    editionsOn(client, 'linux').flatMap(({ roots, helpers }) => [...roots, ...helpers]),
  );

/** The real path of a file; undefined where there is none. */
function realOf(path: string): string | undefined {
  try {
    return path.startsWith('/') ? realpathSync.native(path) : undefined;
  } catch {
    return undefined;
  }
}
