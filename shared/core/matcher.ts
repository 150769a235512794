import type { Client, ProcessPattern } from './client.ts';
import { editionsOn } from './client.ts';
import type { ClientId, Platform, Process, Role } from './model.ts';
import {
  expand,
  hasWildcard,
  lastPart,
  pathTest,
  placeGlobs,
  type PathTest,
  type Places,
} from './paths.ts';
import { perCatalogue } from './per-catalogue.ts';
import { servesImage } from './recognition/app-image.ts';
import { bundleIdTest } from './recognition/bundle-ids.ts';
import { isMain } from './recognition/bundle.ts';
import { earlierNames } from './recognition/leftover-name.ts';
import { pathsOf, placesOf } from './recognition/names-of.ts';
import { isTelling } from './recognition/telling-name.ts';
import { confirmedFolders } from './recognition/confirmed-folders.ts';
import { ownFolders } from './recognition/own-folder.ts';
import { plainName } from './recognition/program-name.ts';
import { hiddenProgram, programOf } from './recognition/program.ts';
import { scriptsOf } from './interpreter-args.ts';
import { PLATFORMS } from './platforms.ts';

/** One client's claim on a process. `sure` is false where only the name speaks for it. */
export interface Match {
  readonly client: ClientId;
  readonly as: Role;
  readonly belowRoot: boolean;
  /** Only its folder speaks for it, and other people keep programs in such folders too. */
  readonly byFolder?: true;
  readonly sure: boolean;
  /** A root whose name other programs have as well, by the catalogue. */
  readonly isCommon?: true;
  /** The user described it: that outweighs the catalogue. */
  readonly byUser: boolean;
}

interface Rule {
  readonly match: Match;
  readonly exe: PathTest;
  readonly script: PathTest | undefined;
  readonly sandbox: string | undefined;
  /** What people see in a process list, cut as the system cuts it; a test of it where the name has a wildcard. */
  readonly shortName: string;
  readonly nameTest: PathTest | undefined;
}

/** How many letters of a starred name say whose it is. */
const LEAST = 5;

const isBeginning = (start: string, name: string): boolean =>
  name.startsWith(start) || (name.length >= LEAST && start.startsWith(name));

const shortened = (name: string, platform: Platform): string =>
  name.slice(0, PLATFORMS[platform].nameLength);

/**
 * Compiles all patterns of a catalogue. Patterns with a fixed file name are kept by that name, so that
 * a computer with thousands of processes and hundreds of patterns is sorted in linear time.
 */
export const matcher = perCatalogue(compileAll);

function compileAll(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (process: Process) => readonly Match[] {
  const { letters } = PLATFORMS[platform];
  const values = placeGlobs(places);
  const key = (name: string): string => (letters === 'sensitive' ? name : name.toLowerCase());
  const byName = new Map<string, Rule[]>();
  const byShortName = new Map<string, Rule[]>();
  const anyName: Rule[] = [];
  // macOS shows 16 bytes of the name of a process that is ending: enough to know how a starred name begins.
  const beginnings: { readonly start: string; readonly rule: Rule }[] = [];
  const settled = new Map<string, Match[]>();
  const foldersOf = ownFolders(clients, platform, places);
  const apps = new Map(clients.map((client) => [client.id, appMatch(client)]));
  const ids = clients.map((client) => ({
    isIts: bundleIdTest(client, platform),
    match: appMatch(client),
  }));
  for (const client of clients) {
    for (const place of client.settled?.is ?? []) add(settled, place, settledMatch(client));
    for (const edition of editionsOn(client, platform)) {
      for (const [role, patterns] of [
        ['root', edition.roots],
        ['helper', edition.helpers],
      ] as const) {
        for (const pattern of patterns) {
          const rule = compile(client, role, pattern, values, platform);
          if (!rule) continue;
          const name = key(lastPart(pattern.exe));
          const start = key(pattern.script === undefined ? name.replace(/[*?[{].*$/s, '') : '');
          if (PLATFORMS[platform].hasBundles && hasWildcard(name) && start.length >= LEAST)
            beginnings.push({ start, rule });
          if (hasWildcard(name)) anyName.push(rule);
          else add(byName, name, rule);
          if (rule.shortName) add(byShortName, key(rule.shortName), rule);
        }
      }
    }
  }
  const confirmedAbove = PLATFORMS[platform].namesSpeak
    ? confirmedFolders(clients, places)
    : () => [];
  // In the folder of its installer a name of the client's is the client's, wherever that folder is; and so is a
  // helper's name in the folder of a root that the person confirmed.
  const installedAs = ({ traits }: Process, path: string): readonly Match[] => {
    const name = lastPart(path);
    const [installed, confirmed] = [traits?.installed ?? [], confirmedAbove(path)];
    const rules =
      installed.length + confirmed.length > 0
        ? [
            ...(byName.get(key(name)) ?? []),
            ...anyName.filter(({ nameTest }) => nameTest?.test(name)),
          ]
        : [];
    return rules
      .filter(({ match, script, sandbox }) => !match.belowRoot && !script && !sandbox)
      .filter(
        ({ match: { client, as } }) =>
          installed.includes(client) || (as === 'helper' && confirmed.includes(client)),
      )
      .map(({ match }) => match);
  };
  return (process) => {
    if (!process.exe.known)
      return hiddenNames(process, platform).flatMap((name) =>
        [
          ...(byShortName.get(key(name)) ?? []),
          ...anyName.filter(({ nameTest }) => nameTest?.test(name)),
          ...beginnings
            .filter(({ start }) => isBeginning(start, key(name)))
            .map(({ rule }) => rule),
        ].map((rule) => unsure(rule, process)),
      );
    const front = apps.get(process.traits?.inFrontOf ?? '');
    if (front) return [front];
    // In its own mounts another file lies there, or nobody knows which.
    const { isOtherFile, isContained, isForeign } = process.traits ?? {};
    if (isOtherFile || isContained || isForeign) return [];
    const confirmed =
      settled.size === 0 ? [] : placesOf(process).flatMap((at) => settled.get(at) ?? []);
    if (confirmed.length > 0)
      return servesImage(process)
        ? confirmed.map((match) => ({ ...match, as: 'helper' as const }))
        : confirmed;
    const { bundleId } = process;
    if (bundleId !== undefined) {
      // What macOS itself calls an application outweighs where it lies.
      const named = ids.filter(({ isIts }) => isIts(bundleId));
      const as = isMain(process) ? 'root' : 'helper';
      if (named.length > 0) return named.map(({ match }) => ({ ...match, as }));
    }
    const paths = pathsOf(process);
    const found = new Set<Match>();
    for (const path of paths) {
      for (const rule of byName.get(key(lastPart(path))) ?? []) test(rule, process, path, found);
      for (const rule of anyName) test(rule, process, path, found);
    }
    if (found.size === 0)
      for (const path of paths) for (const match of installedAs(process, path)) found.add(match);
    if (found.size > 0 || programOf(process)?.by !== 'electron') return [...found];
    // What a shared Electron runs from a folder that the catalogue names is that client.
    const owners = paths.flatMap((path) => foldersOf(`${path}/`)).filter(({ isSure }) => isSure);
    return [...new Set(owners.map(({ client }) => client))].flatMap((id) => apps.get(id) ?? []);
  };
}

function test(rule: Rule, process: Process, path: string, found: Set<Match>): void {
  if (!rule.exe.test(path)) return;
  if (rule.sandbox !== undefined && process.sandbox !== rule.sandbox) return;
  if (rule.script === undefined) found.add(rule.match);
  else if (!process.args.known) found.add(unsure(rule, process));
  else {
    const { script } = rule;
    if (scriptsOf(process).some((one) => script.test(one))) found.add(rule.match);
  }
}

/** What a process that hides its program calls itself: its name, its first argument, and what a loader runs. */
const hiddenNames = (process: Process, platform: Platform): readonly string[] => {
  const { name, args } = process;
  const first = args.known ? lastPart(args.value[0] ?? '') : '';
  const names = [name, first, hiddenProgram(process) ?? ''];
  // One that was set aside and started all the same is called by that name.
  const plain = names.flatMap((one) => [one, plainName(one), ...earlierNames(one, one)]);
  return [...new Set(plain.map((one) => shortened(one, platform)))].filter((one) => one !== '');
};

/** A first argument at its own place speaks for a common name; one that is empty or hidden may be that. */
const unsure = ({ match, exe }: Rule, { args }: Process): Match => {
  const { isCommon, ...rest } = match;
  const first = args.known ? args.value[0] : undefined;
  const isThere = !first || exe.test(first);
  return { ...rest, sure: false, ...(isCommon && !isThere ? { isCommon } : {}) };
};

const settledMatch = (client: Client): Match => ({
  client: client.id,
  as: 'root',
  belowRoot: false,
  sure: true,
  byUser: true,
});

const appMatch = (client: Client): Match => ({
  ...settledMatch(client),
  byUser: client.origin !== 'catalogue',
});

function compile(
  client: Client,
  as: Role,
  pattern: ProcessPattern,
  values: ReturnType<typeof placeGlobs>,
  platform: Platform,
): Rule | undefined {
  const { letters } = PLATFORMS[platform];
  const exe = expand(pattern.exe, values);
  const script = pattern.script && expand(pattern.script, values);
  if (exe === undefined || (pattern.script !== undefined && script === undefined)) return undefined;
  const name = lastPart(exe);
  const isCommon = client.origin === 'catalogue' && 'name' in pattern && pattern.name === 'common';
  return {
    match: {
      client: client.id,
      as,
      belowRoot: pattern.belowRoot ?? false,
      sure: true,
      byUser: client.origin !== 'catalogue',
      ...(isCommon ? { isCommon: true as const } : {}),
    },
    exe: pathTest(exe, letters),
    script: script === undefined ? undefined : pathTest(script, letters),
    sandbox: pattern.sandbox,
    // An interpreter's name says nothing about the client, so it cannot make us blind.
    shortName:
      hasWildcard(name) || script !== undefined || pattern.belowRoot
        ? ''
        : shortened(name, platform),
    nameTest:
      PLATFORMS[platform].namesSpeak &&
      isTelling(name) &&
      script === undefined &&
      !pattern.belowRoot
        ? pathTest(name, letters)
        : undefined,
  };
}

function add<T>(map: Map<string, T[]>, name: string, one: T): void {
  const list = map.get(name);
  if (list) list.push(one);
  else map.set(name, [one]);
}
