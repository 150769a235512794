import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FoundRoot } from '../../core/files.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf, isGone } from './fault.ts';

/** Folders that hold a client's databases, and how deep below a root they may lie. */
const DATABASES = new Set(['db_storage', 'Msg', 'nt_db', 'DBFiles']);
const DEPTH = 4;

/** More entries than this are not worth a quick look. */
const LIMIT = 5_000;

class TooMany extends Error {}

/**
 * Journals that are not empty below the database folders: the client was closed in a hurry and needs
 * them at its next start. Absolute paths.
 */
export const unmergedJournals = (roots: readonly FoundRoot[]): Known<readonly string[]> =>
  looked(() => {
    const found: string[] = [];
    each(roots, (file, isFolder) => {
      const below = path
        .dirname(file)
        .split('/')
        .some((part) => DATABASES.has(part));
      if (!isFolder && below && /-(wal|shm)$/.test(file) && lstatSync(file).size > 0)
        found.push(file);
    });
    return found;
  });

/** The latest change below these roots, in ms since 1970; undefined where there is nothing. */
export const latestChange = (roots: readonly FoundRoot[]): Known<number | undefined> =>
  looked(() => {
    let latest: number | undefined;
    each(roots, (file) => {
      latest = Math.max(latest ?? 0, lstatSync(file).mtimeMs);
    });
    return latest;
  });

function each(roots: readonly FoundRoot[], visit: (file: string, isFolder: boolean) => void): void {
  let count = 0;
  const enter = (folder: string, depth: number): void => {
    visit(folder, true);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (++count > LIMIT) throw new TooMany();
      const file = path.join(folder, entry.name);
      if (!entry.isDirectory()) visit(file, false);
      else if (depth < DEPTH) enter(file, depth + 1);
      else visit(file, true);
    }
  };
  for (const root of roots) enter(root.path, 1);
}

function looked<T>(look: () => T): Known<T> {
  try {
    return known(look());
  } catch (error) {
    if (error instanceof TooMany) return unknown('too-many');
    if (isGone(error)) return looked(look); // Something left while we looked: look anew.
    return unknown(/EACCES|EPERM/.test(codeOf(error)) ? 'denied' : 'failed', codeOf(error));
  }
}
