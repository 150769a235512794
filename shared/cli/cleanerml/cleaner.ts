import { editionsOn, type Client, type Edition, type FileRule } from '../../core/client.ts';
import type { Protection } from '../../core/removal-rules.ts';
import { lastPart, type Places } from '../../core/paths.ts';
import { belowOf, lockOf, type Below } from './locks.ts';
import { placesOf, type Left, type Place } from './places.ts';
import { canGlob, pythonGlobs, pythonName } from './python.ts';

/** A multi-value variable of CleanerML: an action is carried out for each of its values. */
export interface Variable {
  readonly name: string;
  readonly values: readonly string[];
}

/** Regular files that go: those that `path` names, or with `walk.all` those below it. */
export interface Action {
  readonly search: 'glob' | 'walk.all';
  readonly path: string;
  /** Of the last name alone. */
  readonly regex?: string;
  /** Of the whole path: what must stay. */
  readonly nwholeregex: string;
}

/** What BleachBit needs to know of the cache of one client on Linux. */
export interface Cleaner {
  readonly id: string;
  readonly running: readonly string[];
  readonly roots: readonly Variable[];
  /** Names that begin with a wildcard, each with its form for names that begin with a dot. */
  readonly wild: readonly Variable[];
  readonly actions: readonly Action[];
  readonly left: readonly Left[];
  /** It looks into the documents folder, which may be another one. */
  readonly documents: boolean;
  readonly sources: readonly string[];
}

/**
 * A cleaner that selects what our own `cache` tier would remove, or undefined where there is nothing to
 * select. `here` is where it is exported: a data root that holds more than the client's is left out.
 */
export function cleanerOf(
  client: Client,
  protection: Protection,
  here: Places,
): Cleaner | undefined {
  const all = editionsOn(client, 'linux');
  const editions = all.filter((edition) => !edition.exitOnly);
  const { found, left } = placesOf(editions, here);
  const rules = editions.flatMap((edition) => edition.files).filter((rule) => !rule.is);
  const bars = barsOf(all, rules);
  const wild = new Map<string, Variable>();
  const roots = [...new Set(found.map((place) => place.root.name))].map((name, at) =>
    rootVariable(name, at, found),
  );
  const cache = rules.filter((rule) => rule.tier === 'cache');
  const made = cache.map((rule): Action | Left | undefined => {
    const below = belowOf(rule.glob);
    if (rule.confidence === 'low') return { what: rule.glob, why: 'low' };
    const root = roots.find(({ of }) => of === below?.name);
    if (!below || !root) return undefined; // Its data root was left out already.
    const target = targetOf(below.parts, wild);
    if (!target) return { what: rule.glob, why: 'pattern' };
    const path = [`$$${root.name}$$`, ...target.names].join('/');
    const { search, regex } = target;
    const nwholeregex = lockOf(below, bars, found, protection);
    return { search, path, ...(regex === undefined ? {} : { regex }), nwholeregex };
  });
  const actions = made.filter((one) => one !== undefined && 'search' in one);
  if (actions.length === 0) return undefined;
  return {
    id: `clean_exit_${client.id}`,
    running: programsOf(all),
    roots: roots.map(({ name, values }) => ({ name, values })),
    wild: [...wild.values()],
    actions,
    left: [...left, ...made.filter((one) => one !== undefined && 'why' in one)],
    documents: found.some((place) => place.root.path.startsWith('{documents}')),
    sources: sourcesOf(editions, cache),
  };
}

/** What a client never gives up, and files whose loss costs more than a cache. */
const barsOf = (editions: readonly Edition[], rules: readonly FileRule[]): readonly Below[] =>
  [
    ...editions.flatMap((edition) => edition.never),
    ...rules
      .filter((rule) => rule.tier !== 'cache' && rule.confidence !== 'low')
      .map((rule) => rule.glob),
  ].flatMap((glob) => belowOf(glob) ?? []);

/** Where a data root is; a name that BleachBit could misread gets a number instead. */
function rootVariable(of: string, at: number, places: readonly Place[]) {
  const own = places.filter((place) => place.root.name === of);
  const name = /^[\w.-]+$/.test(of) ? of : `root ${at + 1}`;
  return { of, name, values: [...new Set(own.flatMap((place) => place.values))] };
}

interface Target {
  readonly search: Action['search'];
  readonly names: readonly string[];
  readonly regex?: string;
}

/**
 * How BleachBit finds what these names name. Below a walked folder it can only ask for the last name:
 * a longer end behind `**` could begin anywhere in a path, also above the data root.
 */
function targetOf(parts: readonly string[], wild: Map<string, Variable>): Target | undefined {
  const deep = parts.indexOf('**');
  const front = deep < 0 ? parts : parts.slice(0, deep);
  const [end, ...more] = deep < 0 ? [] : parts.slice(deep + 1);
  if (more.length > 0 || ![...front, ...(end === undefined ? [] : [end])].every(canGlob))
    return undefined;
  const names = front.map((part, at) => {
    const values = pythonGlobs(part);
    if (values.length === 1) return values.join('');
    // Twice the same variable in one path would always have the same value.
    const key = `${front.slice(0, at).filter((one) => one === part).length}/${part}`;
    const variable = wild.get(key) ?? { name: `any ${wild.size + 1}`, values };
    wild.set(key, variable);
    return `$$${variable.name}$$`;
  });
  if (end !== undefined)
    return { search: 'walk.all', names, regex: `(?s:\\A${pythonName(end)}\\Z)` };
  return { search: deep < 0 ? 'glob' : 'walk.all', names };
}

/** Programs that mean the client is running. An interpreter runs many others; a pattern is no name. */
const programsOf = (editions: readonly Edition[]): readonly string[] => [
  ...new Set(
    editions
      .flatMap((edition) => edition.roots)
      .filter((root) => root.script === undefined)
      .map((root) => lastPart(root.exe))
      .filter((name) => !/[*?[]/.test(name)),
  ),
];

const sourcesOf = (editions: readonly Edition[], rules: readonly FileRule[]): readonly string[] => [
  ...new Set([
    ...editions.flatMap((edition) => edition.data.map((root) => root.source)),
    ...rules.filter((rule) => rule.confidence !== 'low').map((rule) => rule.source),
    ...editions.flatMap((edition) => edition.sources),
  ]),
];
