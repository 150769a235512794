import { lstatSync, type Stats } from 'node:fs';
import { posix as path } from 'node:path';
import type { FoundRoot } from '../../core/removal-rules.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf, isDenied, isGone } from './errno.ts';
import { entriesOf, namesOf, onDisk, shown, type ReadFolders } from './names.ts';

/** Folders that hold a client's databases, and how deep below a root they may lie. */
const DATABASES = new Set(['db_storage', 'Msg', 'nt_db', 'DBFiles']);
const DEPTH = 4;
/** Folders full of other things, in which no database folder is looked for. */
const OTHERS = /^(.*cache|caches|temp|tmp|logs?|msg)$/i;

/** More entries than this are not worth a quick look. */
const LIMIT = 20_000;

class TooMany extends Error {}

/**
 * Journals that are not empty below the database folders: the client was closed in a hurry and needs
 * them at its next start. Absolute paths. `before`: what was read in this look.
 */
export const unmergedJournals = (
  roots: readonly FoundRoot[],
  before?: ReadFolders,
): Known<readonly string[]> =>
  looked(before, (count, read) => {
    const found: string[] = [];
    const look = (folder: string, depth: number): void => {
      for (const { name, isFolder } of entriesOf(folder, read)) {
        const file = path.join(folder, name);
        if (!isFolder || depth >= DEPTH) continue;
        if (DATABASES.has(name)) journals(file);
        else if (!OTHERS.test(name)) look(file, depth + 1);
        count();
      }
    };
    const journals = (folder: string): void => {
      for (const { name, isFolder } of entriesOf(folder, read)) {
        count();
        const file = path.join(folder, name);
        if (isFolder) journals(file);
        else if (/-(wal|shm)$/.test(name) && lstatSync(onDisk(file)).size > 0)
          found.push(shown(file));
      }
    };
    for (const root of roots) look(root.path, 0);
    return found;
  });

/**
 * The latest change at any depth below these roots, in ms since 1970; undefined without a root. `before`: what was
 * read in this look; `onSeen` hears of each file and folder.
 */
export const latestChange = (
  roots: readonly FoundRoot[],
  before?: ReadFolders,
  onSeen?: (file: string, own: Stats) => void,
): Known<number | undefined> =>
  looked(before, (count, read) => {
    let latest: number | undefined;
    const visit = (file: string): void => {
      count();
      const own = lstatSync(onDisk(file));
      latest = Math.max(latest ?? 0, own.mtimeMs);
      onSeen?.(file, own);
      if (own.isDirectory())
        for (const name of namesOf(file, read).names) visit(path.join(file, name));
    };
    for (const root of roots) visit(root.path);
    return latest;
  });

/** Looks; where something left in that moment once more and past what was read, and then it is not known. */
function looked<T>(
  read: ReadFolders | undefined,
  look: (count: () => void, read: ReadFolders | undefined) => T,
  again = true,
): Known<T> {
  let counted = 0;
  const count = (): void => {
    if (++counted > LIMIT) throw new TooMany();
  };
  try {
    return known(look(count, read));
  } catch (error) {
    if (error instanceof TooMany) return unknown('too-many');
    if (isGone(error) && again) return looked(undefined, look, false);
    return unknown(isDenied(error) ? 'denied' : 'failed', codeOf(error));
  }
}
