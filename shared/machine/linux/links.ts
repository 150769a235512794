import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { editionsOn, type Client } from '../../core/client.ts';
import { fixedPart, placeValues, type Places } from '../../core/paths.ts';
import { namesNobody } from '../../core/recognition/names-nobody.ts';
import { fileBehind } from './file-behind.ts';
import { SecondNames, type OpenPlace } from './second-names.ts';

/** A link on the way to a place that a pattern names, and where it leads. */
interface Link {
  readonly named: string;
  readonly real: string;
}

/** The folders and files that the patterns of a catalogue name, without wildcards. */
export interface NamedPlaces {
  /** Every folder and file on the way to a place, the outermost first. */
  readonly all: readonly string[];
  /** Folders below which a pattern crosses folders: any link in them may lead to a program. */
  readonly open: readonly string[];
  /** The programs of roots that no interpreter runs: one file is one client. */
  readonly roots: ReadonlySet<string>;
  /** The scripts of roots. */
  readonly scripts: ReadonlySet<string>;
  /** Those programs whose place has a wildcard. */
  readonly openRoots: SecondNames;
}

/** The places of a catalogue, compiled once. */
export function namedPlaces(clients: readonly Client[], places: Places): NamedPlaces {
  const all = new Set<string>();
  const open = new Set<string>();
  const programs = new Set<string>();
  const scripts = new Set<string>();
  const openRoots: OpenPlace[] = [];
  const values = placeValues(places);
  for (const client of clients)
    for (const { roots, helpers } of editionsOn(client, 'linux')) {
      for (const { exe, script, sandbox } of roots) {
        const named = script === undefined ? undefined : fixedPart(script, values);
        if (named?.rest === '') scripts.add(named.path);
        if (script !== undefined || sandbox !== undefined || namesNobody(exe)) continue;
        const fixed = fixedPart(exe, values);
        if (fixed?.rest === '') programs.add(fixed.path);
        else if (fixed) openRoots.push(fixed);
      }
      for (const { exe, script, sandbox } of [...roots, ...helpers])
        for (const template of sandbox === undefined ? [exe, script ?? ''] : []) {
          const fixed = fixedPart(template, values);
          if (!fixed || !fixed.path.startsWith('/')) continue;
          for (let at = fixed.path.indexOf('/', 1); at > 0; at = fixed.path.indexOf('/', at + 1))
            all.add(fixed.path.slice(0, at));
          all.add(fixed.path);
          if (fixed.rest.startsWith('**')) open.add(fixed.path);
        }
    }
  return {
    ...{ all: [...all].sort(), open: [...open], roots: programs, scripts },
    openRoots: new SecondNames(openRoots),
  };
}

/** The other names of real paths, as this moment's links have them. */
export class Links {
  private readonly named: NamedPlaces;
  private readonly known: readonly Link[];
  private readonly there: readonly string[];
  private inodes: ReadonlyMap<string, readonly string[]> | undefined;
  private further: readonly Link[] | undefined;

  constructor(named: NamedPlaces) {
    this.named = named;
    const there: string[] = [];
    this.known = linksAmong(named.all, there);
    this.there = there;
  }

  /** Whether a program is the end of a link that a pattern names, whatever its own name is. */
  isTarget(exe: string): boolean {
    return this.known.some((link) => link.real === exe);
  }

  /**
   * The places of roots at which the very file of a process lies, whatever it is called: a hard link, or the file
   * bound at another name. `link` is its link in /proc, which leads to `exe`. Undefined where the file cannot be
   * asked: the process left, or its file system is closed to us.
   */
  placesOfFile(link: string, exe: string): readonly string[] | undefined {
    this.inodes ??= filesAt(this.there.filter((place) => this.named.roots.has(place)));
    const mayHaveMore = this.named.openRoots.mayHave(exe);
    if (this.inodes.size === 0 && !mayHaveMore) return [];
    const file = fileBehind(link);
    if (!file) return undefined;
    const more = mayHaveMore ? this.named.openRoots.of(file) : [];
    return [...(this.inodes.get(fileId(file)) ?? []), ...more];
  }

  /** The places of scripts of roots at which the very file of a script lies: hard links. */
  scriptsOfFile(script: string): readonly string[] {
    const file = this.named.scripts.size > 0 ? fileBehind(script) : undefined;
    if (!file || file.nlink < 2) return [];
    const places = filesAt(this.there.filter((place) => this.named.scripts.has(place)));
    return (places.get(fileId(file)) ?? []).filter((place) => place !== script);
  }

  /** The names that links give a real path, spelt as the patterns spell theirs. */
  namesOf(real: string): readonly string[] {
    return namesBy(this.known, real);
  }

  /** The folders of links into this one: by them a pattern names what lies here. */
  foldersInto(folder: string): readonly string[] {
    return this.known.flatMap(({ named, real }) =>
      path.dirname(real) === folder ? [path.dirname(named)] : [],
    );
  }

  /** Those that links inside of the folders give it in which a pattern looks everywhere; read once a look. */
  furtherNamesOf(real: string): readonly string[] {
    this.further ??= linksAmong(this.named.open.flatMap(linkNames));
    return namesBy(this.further, real);
  }
}

const fileId = ({ dev, ino }: Stats): string => `${dev} ${ino}`;

function filesAt(places: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const place of places) {
    const file = fileBehind(place);
    if (!file) continue;
    const id = fileId(file);
    found.set(id, [...(found.get(id) ?? []), place]);
  }
  return found;
}

const namesBy = (links: readonly Link[], file: string): readonly string[] =>
  links.flatMap(({ named, real }) =>
    file === real || file.startsWith(`${real}/`) ? [named + file.slice(real.length)] : [],
  );

/** Sorted: below a folder that is not there nothing is looked for. */
function linksAmong(paths: readonly string[], there: string[] = []): readonly Link[] {
  const links: Link[] = [];
  let missing = '\0';
  for (const named of paths) {
    if (named.startsWith(missing)) continue;
    try {
      const stats = lstatSync(named, { throwIfNoEntry: false });
      if (stats === undefined) missing = `${named}/`;
      else if (stats.isSymbolicLink()) links.push({ named, real: endOf(named) });
      // Also a link: it leads to the file of which a third name may be started.
      if (stats?.isSymbolicLink() || stats?.isFile()) there.push(named);
    } catch {
      missing = `${named}/`; // A folder that is closed to us: it names nothing.
    }
  }
  return links;
}

/** Where a link leads; a dead one to what was removed, which may still run. */
function endOf(link: string): string {
  try {
    return realpathSync.native(link);
  } catch {
    const end = path.resolve(path.dirname(link), readlinkSync(link));
    return path.join(realpathSync.native(path.dirname(end)), path.basename(end));
  }
}

function linkNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .map((entry) => `${folder}/${entry.name}`);
  } catch {
    return []; // Not there, or closed to us.
  }
}
