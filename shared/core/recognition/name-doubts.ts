import type { Client } from '../client.ts';
import type { Because, Level, Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { namesAround } from './folders.ts';
import { earlierFolders, earlierNames } from './leftover-name.ts';
import { looksLike } from './looks-like.ts';
import { settledPlace } from './place.ts';
import { isNameless, isPlaceless, plainName, plainPath } from './program-name.ts';
import { isLoader, mayRunWine, programOf, type Program } from './program.ts';
import type { Named, RootNames } from './root-names.ts';

/** One client that a program may be, and why. */
export interface Suspicion {
  readonly client: Client;
  readonly level: Level;
  readonly because: readonly Because[];
  /** Its name is that of a helper: below another client's program it is that one's. */
  readonly isHelper?: true;
  /** What a person can settle, where it is not the program itself: a script. */
  readonly place?: string;
}

/**
 * What the name of a program says of it where its place says nothing: `likely` with an own name, or with a
 * common one and a trait; else a namesake. Of a container only the name is known.
 */
export function nameDoubts(process: Process, names: RootNames): readonly Suspicion[] {
  const program = programOf(process);
  const veiled = veiledDoubts(process, program, names);
  if (!program && veiled.length === 0) return wineDoubts(process, names);
  if (!program || veiled.length > 0) return veiled;
  if (program.by === 'wine')
    return names
      .wine(lastPart(program.path))
      .map((named) => suspicion(named, program, process, false));
  const files = [program.given, ...(process.files?.[program.given] ?? [])].map(lastPart);
  const earlier = files.flatMap((file) => earlierNames(file, process.name));
  const called = [lastPart(program.path), ...files, ...earlier];
  const found = new Map<Client, Named>();
  const lost = isNameless(program.given) ? shownNames(process, names) : [];
  for (const named of [...called.flatMap(names.native), ...lost])
    if (!found.has(named.client)) found.set(named.client, named);
  return [...found.values()].map((named) => suspicion(named, program, process, names.isEnough));
}

/** What a process calls itself whose file has no name: to the kernel, and in its first argument. */
function shownNames({ name, args }: Process, names: RootNames): readonly Named[] {
  const first = args.known ? plainName(lastPart(args.value[0] ?? '')) : '';
  return [...names.shown(name), ...names.native(first)];
}

/**
 * A loader whose command line no longer names what it runs: a file that it has mapped says so, or what the kernel
 * calls it.
 */
function veiledDoubts(
  process: Process,
  program: Program | undefined,
  names: RootNames,
): readonly Suspicion[] {
  const { exe, traits } = process;
  const mapped = traits?.mapped;
  if (!exe.known || !isLoader(exe.value) || (program && mapped === undefined)) return [];
  const files = (mapped ?? []).flatMap((path) =>
    names.native(lastPart(plainPath(path, process.name))).map((named) => ({
      ...suspicion(named, { path, given: path, by: 'loader' }, process, names.isEnough),
      place: settledPlace(path),
    })),
  );
  if (files.length > 0) return files;
  const itself = { path: exe.value, given: exe.value, by: 'loader' } as const;
  return names
    .shown(process.name)
    .map((named) => suspicion(named, itself, process, names.isEnough));
}

/** Wine calls the process as the program for Windows is called, also where the command line names none. */
const wineDoubts = (process: Process, names: RootNames): readonly Suspicion[] => {
  const { exe, name } = process;
  if (!exe.known || !mayRunWine(exe.value)) return [];
  const program = { path: name, given: name, by: 'wine' } as const;
  return names.shownInWine(name).map((named) => suspicion(named, program, process, false));
};

/** Whether the program lay at a place of the client before its folder or its file was set aside. */
function wasAtIts({ places }: Named, given: string, { name }: Process): boolean {
  const folder = given.slice(0, given.lastIndexOf('/') + 1);
  const file = lastPart(given);
  const paths = [file, ...earlierNames(file, name)].map((one) => folder + one);
  return [...paths, ...paths.flatMap(earlierFolders)].some((path) =>
    places.some((place) => place.test(path)),
  );
}

function suspicion(named: Named, program: Program, process: Process, isEnough: boolean): Suspicion {
  const { client, kind } = named;
  const { isContained, isAppUnread, holds = [], beside = [] } = process.traits ?? {};
  // Links and mounts show its folder under other names.
  const others = process.files?.[program.given] ?? [];
  const traits: readonly Because[] = [
    ...[program.path, ...others].flatMap((path) => namesAround(client, path, process)),
    ...(beside.some((file) => named.siblings.includes(file)) ? (['sibling'] as const) : []),
    ...([program.given, ...others].some((path) => wasAtIts(named, path, process))
      ? (['folder'] as const)
      : []),
    ...(isAppUnread ? (['unread'] as const) : []),
    ...(isPlaceless(program.given) ? (['hidden'] as const) : []),
    ...(holds.includes(client.id) ? (['open-files'] as const) : []),
    ...looksLike(client, process.traits ?? {}, 'linux'),
  ];
  const name: Because = kind === 'own' ? 'own-name' : 'common-name';
  const runner: readonly Because[] = program.by === 'wine' ? ['wine'] : [];
  if (isContained) return { client, level: 'namesake', because: [name, 'container'] };
  const isLikely = isEnough || kind === 'own' || traits.length > 0;
  return {
    client,
    level: isLikely ? 'likely' : 'namesake',
    because: [name, ...runner, ...new Set(traits)],
  };
}
