import { posix as path } from 'node:path';
import { editionsOn } from '../../core/client.ts';
import type { FoundRoot } from '../../core/removal-rules.ts';
import { known, unknown, type Known, type Why } from '../../core/known.ts';
import type { Account } from '../../core/listing.ts';
import { sumOf } from '../../core/listing.ts';
import { codeOf, isDenied } from './errno.ts';
import { listFiles } from './list.ts';
import { entriesOf, shown, type ReadFolders } from './names.ts';
import type { AccountFolder, ScanRequest, ScanRules } from './scan-request.ts';
import { latestChange, unmergedJournals } from './activity.ts';
import { sizeOf } from './size.ts';
import { placesOf, type Place } from './wildcards.ts';

/** The folders below the data roots that hold one account each, as the client names them. */
export function accountFolders(
  { client, platform, roots }: Pick<ScanRules, 'client' | 'platform' | 'roots'>,
  read?: ReadFolders,
): readonly (AccountFolder & { has: string })[] {
  const rules = editionsOn(client, platform).flatMap((edition) => edition.accounts ?? []);
  const found = rules.flatMap(({ glob, has }) =>
    placesBelow(glob, roots, read)
      .filter((place) => holds(place.path, has, read))
      .map((place) => ({ name: shown(path.basename(place.path)), folder: place.path, has })),
  );
  return distinct([...new Map(found.map((one) => [one.folder, one])).values()]);
}

/** One whose name is no text is shown as another may really be called: then it is written otherwise. */
function distinct<T extends AccountFolder>(all: readonly T[]): readonly T[] {
  const real = new Set(all.map(({ folder }) => path.basename(folder)));
  return all.map((one) =>
    path.basename(one.folder) !== one.name && real.has(one.name)
      ? { ...one, name: `$'${one.name}'` }
      : one,
  );
}

const holds = (folder: string, name: string, read?: ReadFolders): boolean => {
  try {
    return entriesOf(folder, read).some((entry) => entry.name === name && entry.isFolder);
  } catch {
    return false; // A file, or not ours to read: no account that we could speak of.
  }
};

/** A folder where an account may be, and that may not be read: then nobody knows which accounts there are. */
export function unreadAccount(
  terms: Pick<ScanRules, 'client' | 'platform' | 'roots'>,
  read?: ReadFolders,
): Why | undefined {
  const folders = editionsOn(terms.client, terms.platform)
    .flatMap((edition) => edition.accounts ?? [])
    .flatMap(({ glob }) => placesBelow(glob, terms.roots, read));
  for (const { path: folder } of folders) {
    try {
      entriesOf(folder, read);
    } catch (error) {
      if (isDenied(error)) return { code: 'denied', detail: `${shown(folder)} could not be read` };
    }
  }
  return undefined;
}

/** What a glob means below the data roots; nothing behind links. */
const placesBelow = (
  glob: string,
  roots: readonly FoundRoot[],
  read?: ReadFolders,
): readonly Place[] =>
  roots
    .filter((root) => glob.startsWith(`{${root.name}}/`))
    .flatMap((root) => placesOf(glob.slice(root.name.length + 2), root.path, read))
    .filter((place) => !place.throughLink);

const TIERS = ['cache', 're-download', 'leftover', 'your-files'] as const;

/** What each account holds. `isOpen` tells whether a process uses a file below a folder. */
export async function accountsOf(
  question: ScanRequest,
  isOpen: (folder: string) => Promise<Known<boolean>>,
  read: ReadFolders = new Map(),
): Promise<Known<readonly Account[]>> {
  const accounts: Account[] = [];
  try {
    const unread = unreadAccount(question.terms, read);
    if (unread) return { known: false, why: unread };
    for (const { name, folder, has } of accountFolders(question.terms, read)) {
      const terms = { ...question.terms, tiers: TIERS };
      const { listing } = await listFiles({ ...question, terms, only: [folder] }, read);
      const databases = { name, path: path.join(folder, has) };
      accounts.push({
        name,
        folder: shown(folder),
        sizes: {
          cache: sumOf(listing, 'cache').bytes,
          're-download': sumOf(listing, 're-download').bytes,
          leftover: sumOf(listing, 'leftover').bytes,
          'your-files': sumOf(listing, 'your-files').bytes,
        },
        kept: (await sizeOf(folder, read)) - listing.bytes,
        lastUsed: latestChange([databases], read),
        signedIn: await isOpen(databases.path),
        unmerged: unmergedJournals([{ name, path: folder }], read),
      });
    }
    return known(accounts);
  } catch (error) {
    return unknown('failed', codeOf(error));
  }
}
