import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, realpathSync, type Dirent } from 'node:fs';

/**
 * A file name on Linux is bytes, not text; old archives bring names in GBK. Here a path is a string
 * in which each byte that is not UTF-8 is a lone surrogate (as Python's `surrogateescape` has it), so
 * that paths can be joined, compared and judged as text, and still lead back to the very same bytes.
 */
const ESCAPED = 0xdc00;
const LONE = /[\udc80-\udcff]/u;

/** The path that these bytes are. */
export function fromDisk(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((n) => isUtf8(bytes.subarray(at, at + n)));
    text +=
      length === undefined || at + length > bytes.length
        ? String.fromCharCode(ESCAPED + (bytes[at] ?? 0))
        : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return text;
}

/** What to give to the system for a path. */
export const onDisk = (path: string): string | Buffer => (LONE.test(path) ? bytesOf(path) : path);

export const bytesOf = (path: string): Buffer =>
  Buffer.concat(
    [...path].map((letter) =>
      LONE.test(letter) ? Buffer.of(letter.charCodeAt(0) - ESCAPED) : Buffer.from(letter),
    ),
  );

/** A path for people: bytes that are no text are written as `\xb1`. */
export const shown = (path: string): string =>
  path.replace(/[\udc80-\udcff]/gu, (one) => `\\x${(one.charCodeAt(0) - ESCAPED).toString(16)}`);

/** The names in a folder; `asBytes` where one of them is no text. */
export interface Names {
  readonly names: readonly string[];
  readonly asBytes: boolean;
}

/** What folders held in one look, by path: however many walks belong to it, each folder is read once. */
export type ReadFolders = Map<string, Names & { readonly entries?: readonly Entry[] }>;

/** The names in a folder. Bytes are only asked for where the text shows that some are needed. */
export function namesOf(folder: string, read?: ReadFolders): Names {
  if (read) {
    const names = read.get(folder) ?? namesOf(folder);
    read.set(folder, names);
    return names;
  }
  const place = onDisk(folder);
  const names = readdirSync(place);
  return names.some(needsBytes)
    ? { names: readdirSync(place, 'buffer').map(fromDisk), asBytes: true }
    : { names, asBytes: false };
}

/** The path without any link in it; throws where nothing is. */
export const physicalOf = (path: string): string => {
  const physical = fromDisk(realpathSync.native(onDisk(path), 'buffer'));
  return DRIVE.test(physical) ? slashed(physical) : physical;
};

/** A place as it is called, and as it really is. */
export function bothWays(place: string): readonly string[] {
  try {
    return [place, physicalOf(place)];
  } catch {
    return [place]; // It does not exist yet; its name is not to be used all the same.
  }
}

/** A drive of Windows, or the long form of a path there. */
const DRIVE = /^([a-z]:[\\/]|\\\\)/i;

/** A path of Windows as it is written here: with forward slashes, and without one at the end. */
export const slashed = (path: string): string =>
  path
    .replace(/^\\\\\?\\(UNC\\)?/, (_, unc?: string) => (unc ? '\\\\' : ''))
    .replaceAll('\\', '/')
    .replace(/(?<=[^:/])\/+$/, '');

/** Whether a path with forward slashes begins at a root: `/`, `C:/` or `//server/`. */
export const isAbsolute = (path: string): boolean => /^(\/|[a-z]:\/)/i.test(path);

/** One name in a folder, and what it is, without following it. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** What is in a folder. */
export function entriesOf(folder: string, read?: ReadFolders): readonly Entry[] {
  if (read) {
    const before = read.get(folder);
    const entries = before?.entries ?? (before ? entriesCalled(folder, before) : entriesOf(folder));
    const names = entries.map(({ name }) => name);
    const asBytes = names.some((name) => needsBytes(name) || LONE.test(name));
    read.set(folder, { names, asBytes, entries });
    return entries;
  }
  const place = onDisk(folder);
  const plain = readdirSync(place, { withFileTypes: true });
  if (!plain.some(({ name }) => needsBytes(name)))
    return plain.map((entry) => entryOf(entry.name, entry));
  return readdirSync(place, { withFileTypes: true, encoding: 'buffer' }).map((entry) =>
    entryOf(fromDisk(entry.name), entry),
  );
}

/** What is in a folder whose names were read; what left since is not in it. */
const entriesCalled = (folder: string, { names }: Names): readonly Entry[] =>
  names.flatMap((name) => {
    const own = lstatSync(onDisk(`${folder}/${name}`), { throwIfNoEntry: false });
    return own ? [{ name, isFolder: own.isDirectory(), isLink: own.isSymbolicLink() }] : [];
  });

const needsBytes = (name: string): boolean => name.includes('\ufffd');

const entryOf = (name: string, kind: Pick<Dirent, 'isDirectory' | 'isSymbolicLink'>): Entry => ({
  name,
  isFolder: kind.isDirectory(),
  isLink: kind.isSymbolicLink(),
});
