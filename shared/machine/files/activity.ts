import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { FoundRoot } from '../../core/removal-rules.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf, isDenied, isGone } from './errno.ts';
import { entriesOf, onDisk, shown } from './names.ts';

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
 * them at its next start. Absolute paths.
 */
export const unmergedJournals = (roots: readonly FoundRoot[]): Known<readonly string[]> =>
  looked((count) => {
    const found: string[] = [];
    const look = (folder: string, depth: number): void => {
      for (const { name, isFolder } of entriesOf(folder)) {
        const file = path.join(folder, name);
        if (!isFolder || depth >= DEPTH) continue;
        if (DATABASES.has(name)) journals(file);
        else if (!OTHERS.test(name)) look(file, depth + 1);
        count();
      }
    };
    const journals = (folder: string): void => {
      for (const { name, isFolder } of entriesOf(folder)) {
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

/** The latest change at any depth below these roots, in ms since 1970; undefined without a root. */
export const latestChange = (roots: readonly FoundRoot[]): Known<number | undefined> =>
  looked((count) => {
    let latest: number | undefined;
    const visit = (file: string): void => {
      count();
      latest = Math.max(latest ?? 0, lstatSync(onDisk(file)).mtimeMs);
    };
    const enter = (folder: string): void => {
      visit(folder);
      for (const { name, isFolder } of entriesOf(folder))
        (isFolder ? enter : visit)(path.join(folder, name));
    };
    for (const root of roots) enter(root.path);
    return latest;
  });

/** Looks; where something left in that moment once more, and then it is not known. */
function looked<T>(look: (count: () => void) => T, again = true): Known<T> {
  let counted = 0;
  const count = (): void => {
    if (++counted > LIMIT) throw new TooMany();
  };
  try {
    return known(look(count));
  } catch (error) {
    if (error instanceof TooMany) return unknown('too-many');
    if (isGone(error) && again) return looked(look, false);
    return unknown(isDenied(error) ? 'denied' : 'failed', codeOf(error));
  }
}
