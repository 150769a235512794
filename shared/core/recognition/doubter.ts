import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process } from '../model.ts';
import {
  expand,
  hasWildcard,
  lastPart,
  pathTest,
  placeGlobs,
  type Case,
  type PathTest,
  type Places,
} from '../paths.ts';
import { perCatalogue } from '../per-catalogue.ts';
import { readScript } from '../interpreter-args.ts';
import { appDoubts } from './app-doubts.ts';
import { bundleDoubts } from './bundle-doubts.ts';
import { isWebPage } from './bundle-ids.ts';
import { helperDoubts } from './helper-doubts.ts';
import { nameDoubts, type Suspicion } from './name-doubts.ts';
import { pathsOf, placesOf } from './names-of.ts';
import { programOf } from './program.ts';
import { relativeTest } from './relatives.ts';
import { rootNames } from './root-names.ts';
import { scriptNamesakes } from './script-namesakes.ts';
import { hiddenScriptDoubts, scriptDoubts, type ScriptHint } from './script-doubts.ts';
import { windowClassDoubts } from './window-class-doubts.ts';
import { PLATFORMS } from '../platforms.ts';

/** A root of a client that an interpreter runs. */
interface Scripted {
  readonly client: Client;
  /** Last part of the interpreter. */
  readonly name: string;
  readonly exe: PathTest;
  readonly hint: ScriptHint;
}

/**
 * Which clients a process may be that no pattern knows, and how likely. A relative and a place that the
 * person denied are nobody's.
 */
export const doubter = perCatalogue(compile);

function compile(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (process: Process) => readonly Suspicion[] {
  const names = rootNames(clients, platform, places);
  const helpersOf = helperDoubts(clients, platform);
  const isRelative = relativeTest(clients);
  const { letters } = PLATFORMS[platform];
  const scripted = clients.flatMap((client) => scriptedRoots(client, platform, places, letters));
  const byName = new Map<string, Scripted[]>();
  for (const one of scripted) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const anyName = scripted.filter(({ name }) => hasWildcard(name));
  const runnersOf = (process: Process): readonly Scripted[] => [
    ...new Set(
      pathsOf(process).flatMap((path) =>
        [...(byName.get(lastPart(path)) ?? []), ...anyName].filter(({ exe }) => exe.test(path)),
      ),
    ),
  ];
  const inBundles = bundleDoubts(clients, platform);
  const byWindow = windowClassDoubts(clients, platform);
  const suspected = (process: Process): readonly Suspicion[] => {
    if (!process.exe.known)
      return [
        ...byWindow(process),
        ...helpersOf(process),
        ...scripted.flatMap((one) => likely(one, hiddenScriptDoubts(process, one.hint))),
      ];
    const { isOtherFile, mayBeIts } = process.traits ?? {};
    if (!isOtherFile) return byAnything(process);
    // A sandbox's copy of the program is at most likely; another program at its place is nobody's.
    return mayBeIts ? byAnything(process).filter(({ level }) => level === 'likely') : [];
  };
  const byAnything = (process: Process): readonly Suspicion[] => {
    const program = programOf(process);
    if (program && isRelative(program.path)) return [];
    if (program?.by === 'wine') return nameDoubts(process, names);
    if (program?.by === 'electron') {
      const apps = appDoubts(clients, process);
      if (apps.length > 0) return apps;
    }
    const runners = runnersOf(process);
    const namesakes = scriptNamesakes(process, names);
    if (runners.length === 0) {
      const byName = nameDoubts(process, names);
      const byLook = byName.length > 0 ? byName : byWindow(process);
      return [...(byLook.length > 0 ? byLook : helpersOf(process)), ...namesakes];
    }
    // A script that was read is the matcher's, unless a sandbox has a copy of the interpreter.
    return readScript(process).isRead && !process.traits?.isOtherFile
      ? namesakes
      : runners.flatMap((one) => likely(one, scriptDoubts(process, one.hint)));
  };
  const denied = new Map(clients.map(({ id, settled }) => [id, new Set(settled?.isNot)]));
  const strict = new Set(clients.flatMap(({ id, settled }) => (settled?.isStrict ? [id] : [])));
  return (process) => {
    const named = isWebPage(process.bundleId) ? [] : suspected(process);
    const found = [...named, ...(process.exe.known ? inBundles(process) : [])];
    if (found.length === 0) return found;
    const at = placesOf(process);
    return found
      .filter(({ client }) => !at.some((place) => denied.get(client.id)?.has(place)))
      .map((one) => (strict.has(one.client.id) ? { ...one, level: 'likely' as const } : one));
  };
}

const likely = ({ client }: Scripted, because: Suspicion['because']): readonly Suspicion[] =>
  because.length === 0 ? [] : [{ client, level: 'likely', because }];

function scriptedRoots(
  client: Client,
  platform: Platform,
  places: Places,
  letters: Case,
): readonly Scripted[] {
  const values = placeGlobs(places);
  return editionsOn(client, platform)
    .flatMap(({ roots }) => roots)
    .flatMap((root) => {
      const exe = expand(root.exe, values);
      const script = root.script === undefined ? undefined : expand(root.script, values);
      if (exe === undefined || script === undefined) return [];
      const name = lastPart(script);
      const folder = pathTest(script.slice(0, -name.length - 1), letters);
      const hint = {
        name: hasWildcard(name) ? undefined : name,
        isFolder: (path: string) => folder.test(path),
      };
      return [{ client, name: lastPart(exe), exe: pathTest(exe, letters), hint }];
    });
}
