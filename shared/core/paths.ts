import { LinearGlob } from './linear-glob.ts';

/**
 * Where things are on this computer, as absolute paths with forward slashes. The machine reads them
 * once from its environment; templates name them as `{home}`, `{documents}`, `{appData}` …
 * A place that this system does not have is absent, and a template that needs it does not expand.
 */
export interface Places {
  readonly home: string;
  readonly documents?: string;
  /** XDG_CONFIG_HOME, `%APPDATA%`'s counterpart on Linux. */
  readonly config?: string;
  readonly data?: string;
  readonly cache?: string;
  readonly runtime?: string;
  readonly temp?: string;
  readonly appData?: string;
  readonly localAppData?: string;
  readonly programFiles?: string;
  readonly programFilesX86?: string;
  /** Our own folders: what the user wrote for us, and what we remember. */
  readonly ourConfig: string;
  readonly ourState: string;
  /** What whoever manages this computer wrote for us. */
  readonly ourManaged?: string;
}

export type Case = 'sensitive' | 'insensitive';

/** Replaces every `{name}`; answers undefined when one of them is not known here. */
export function expand(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): string | undefined {
  let complete = true;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? path : undefined;
}

/** Places as template values: one flat record. */
export const placeValues = (places: Places): Readonly<Record<string, string | undefined>> => ({
  ...places,
});

/** A path in which no character is a wildcard. */
export const quoteGlob = (path: string): string => path.replace(/[*?[]/g, (found) => `[${found}]`);

/**
 * The part of a path template in front of its first wildcard, in whole names; undefined where a place is
 * missing here. A place is literal, whatever characters a home has.
 */
export function fixedPart(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): { readonly path: string; readonly rest: string } | undefined {
  const [, name, after = template] = /^\{([^{}]+)\}(.*)$/s.exec(template) ?? [];
  const start = name === undefined ? '' : values[name];
  if (start === undefined) return undefined;
  const parts = after.split('/');
  const at = parts.findIndex(hasWildcard);
  if (at < 0) return { path: start + after, rest: '' };
  return { path: start + parts.slice(0, at).join('/'), rest: parts.slice(at).join('/') };
}

/** Whether a name in a glob stands for others. */
export const hasWildcard = (name: string): boolean => /[*?[{]/.test(name);

/** Places as they stand in a glob: a home may be called anything. */
export const placeGlobs = (places: Places): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(places).map(([name, path]: [string, string | undefined]) => [
      name,
      path === undefined ? undefined : quoteGlob(path),
    ]),
  );

/** A text as a regular expression that only it fits. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `**` and a slash, `**`, `*`, `?`, a set, or literal text: a whole run of it, or a letter at a time. */
const cutter = (text: string): RegExp =>
  new RegExp(String.raw`\*\*\/|\*\*|\*|\?|\[(!?)([^\]/]+)\]|${text}|\[`, 'gsu');
const RUNS = cutter('[^*?[]+');
const LETTERS = cutter('[^*?[]');

const STAR = '[^/]*';
const FOLDERS = '(?:[^/]*/)*';

/**
 * A glob cut into the pieces of a regular expression. `*` and `?` stay inside one folder name, `**` crosses
 * folders, `[abc]` and `[!abc]` are one character. Everything else is itself.
 */
function globPieces(glob: string, cut = RUNS): readonly string[] {
  return Array.from(glob.matchAll(cut), ([piece, not, set]) => {
    // Also the empty part before the first slash of an absolute path.
    if (piece === '**/') return FOLDERS;
    if (piece === '**') return '.*';
    if (piece === '*') return STAR;
    if (piece === '?') return '[^/]';
    if (set === undefined) return literal(piece);
    return `[${not ? '^/' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
  });
}

const flagsOf = (letters: Case): string => (letters === 'insensitive' ? 'isu' : 'su');

/** A glob as a regular expression over a whole path with forward slashes. Slow with many stars: see `globTest`. */
export const globToRegExp = (glob: string, letters: Case): RegExp =>
  new RegExp(`^${globPieces(glob).join('')}$`, flagsOf(letters));

/** A glob as a test whose time grows with the path alone, however many stars somebody wrote. */
export function globTest(glob: string, letters: Case): PathTest {
  const pieces = globPieces(glob);
  if (isQuick(pieces)) return new RegExp(`^${pieces.join('')}$`, flagsOf(letters));
  return new LinearGlob(globPieces(glob, LETTERS), flagsOf(letters));
}

/** At most one star a name and one `**` before the end: then a regular expression has no choice to go back to. */
function isQuick(pieces: readonly string[]): boolean {
  let [inName, crossing] = [0, 0];
  return pieces.every((piece, at) => {
    if (isText(piece) && piece.includes('/')) inName = 0;
    if (piece === STAR) inName++;
    if ((piece === '.*' && at < pieces.length - 1) || piece === FOLDERS) crossing++;
    return inName <= 1 && crossing <= 1;
  });
}

/** What stands for itself begins with neither: a bracket of its own is escaped. */
const isText = (piece: string): boolean => !/^[[(]/.test(piece);

/** Something that tests paths; what a glob is compiled to. */
export interface PathTest {
  test(path: string): boolean;
}

/** A glob that is compiled when it is first needed: most of a catalogue is not, at any one start. */
export function pathTest(glob: string, letters: Case): PathTest {
  let compiled: PathTest | undefined;
  return { test: (path) => (compiled ??= globTest(glob, letters)).test(path) };
}

/**
 * One test for many globs over single names: a file has but one, and there are many files. Compiled when it is
 * first needed.
 */
export function anyName(globs: readonly string[]): PathTest {
  let compiled: PathTest | undefined;
  return { test: (name) => (compiled ??= compileNames(globs)).test(name) };
}

function compileNames(globs: readonly string[]): PathTest {
  const cut = globs.map((glob) => ({ glob, pieces: globPieces(glob) }));
  const isSlow = ({ pieces }: (typeof cut)[number]): boolean => !isQuick(withoutEnds(pieces));
  const linear = cut
    .filter(isSlow)
    .map(({ glob }) => new LinearGlob(globPieces(glob, LETTERS), flagsOf('insensitive')));
  const ends = cut.filter((one) => !isSlow(one)).map(({ pieces }) => anchored(pieces));
  const quick = new RegExp(ends.length === 0 ? '(?!)' : ends.join('|'), flagsOf('insensitive'));
  if (linear.length === 0) return quick;
  return { test: (name) => quick.test(name) || linear.some((one) => one.test(name)) };
}

/** A star at an end of a name costs nothing: the expression then fits anywhere in it. */
const anchored = (pieces: readonly string[]): string =>
  `${pieces[0] === STAR ? '' : '^'}${withoutEnds(pieces).join('')}${pieces.at(-1) === STAR ? '' : '$'}`;

const withoutEnds = (pieces: readonly string[]): readonly string[] =>
  pieces.slice(pieces[0] === STAR ? 1 : 0, pieces.at(-1) === STAR ? -1 : undefined);

/** One folder or file name, for people: the last part of a path. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
