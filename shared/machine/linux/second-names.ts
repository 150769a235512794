import { readdirSync, type Stats } from 'node:fs';
import { globTest, hasWildcard, lastPart } from '../../core/paths.ts';
import { fileBehind } from './file-behind.ts';

/** A place with a wildcard: the folder in front of it, and the names below. */
export interface OpenPlace {
  readonly path: string;
  readonly rest: string;
}

/** How far below a folder `**` is followed, and how many folders are read for one program. */
const DEPTH = 4;
const MOST_FOLDERS = 500;

/** Here hard links are the system's own (git, perl), and no place of a person's lies below. */
const SYSTEM = /^\/(?:usr\/(?!local\/)|s?bin\/|lib|snap\/|nix\/|app\/|proc\/|memfd:)/;

/** Folders of thousands of folders, and of programs that pnpm links. */
const PASSED_BY = /^\.|^node_modules$/;

/**
 * The names that a program has at places with a wildcard, if several names lead to its file (hard links). They
 * are looked for once for each file and each change of it. Deeper folders and those behind 500 others are not looked
 * into: a program whose only name of a client lies there is nobody's by its file, and its own name alone speaks.
 */
export class SecondNames {
  private readonly places: readonly OpenPlace[];
  private readonly found = new Map<string, readonly string[]>();

  constructor(places: readonly OpenPlace[]) {
    this.places = places.filter(({ rest }) => !hasWildcard(lastPart(rest)));
  }

  /** Whether a program at this path is asked for its other names at all. */
  mayHave(exe: string): boolean {
    return this.places.length > 0 && !SYSTEM.test(exe);
  }

  of(file: Pick<Stats, 'dev' | 'ino' | 'nlink' | 'ctimeMs'>): readonly string[] {
    if (file.nlink < 2) return [];
    // A new name changes ctime.
    const key = `${file.dev} ${file.ino} ${file.ctimeMs}`;
    const known = this.found.get(key);
    if (known) return known;
    const names = this.places.flatMap((place) => namesAt(place, file));
    this.found.set(key, names);
    return names;
  }
}

function namesAt(
  { path, rest }: OpenPlace,
  { dev, ino }: Pick<Stats, 'dev' | 'ino'>,
): readonly string[] {
  const found: string[] = [];
  const queue = [{ folder: path, parts: rest.split('/'), depth: 0 }];
  // Near folders first.
  for (let at = 0; at < queue.length && at < MOST_FOLDERS; at++) {
    const { folder, parts, depth } = queue[at] ?? { folder: path, parts: [], depth: 0 };
    const [part = '', ...more] = parts;
    if (part === '**') {
      queue.push({ folder, parts: more, depth });
      for (const name of depth < DEPTH ? foldersIn(folder) : [])
        if (!PASSED_BY.test(name))
          queue.push({ folder: `${folder}/${name}`, parts, depth: depth + 1 });
    } else if (hasWildcard(part)) {
      const test = globTest(part, 'sensitive');
      for (const name of foldersIn(folder))
        if (test.test(name)) queue.push({ folder: `${folder}/${name}`, parts: more, depth });
    } else if (more.every((one) => !hasWildcard(one))) {
      const file = [folder, ...parts].join('/');
      const there = fileBehind(file);
      if (there && there.dev === dev && there.ino === ino) found.push(file);
    } else queue.push({ folder: `${folder}/${part}`, parts: more, depth });
  }
  return found;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return []; // Not there, or closed to us: nothing of ours runs from it.
  }
}
