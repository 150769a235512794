import { lstatSync } from 'node:fs';
import type { Listing } from '../../core/listing.ts';
import type { Thing } from './disk.ts';
import { onDisk, shown, type ReadFolders } from './names.ts';
import { OwnerCheck } from './owner-check.ts';
import { Scan } from './scan.ts';
import { PathClassifiers, type ScanRequest } from './scan-request.ts';
import { readerFor, readFolder, type Reading } from './read-folder.ts';
import { YieldToLoop } from './yield-to-loop.ts';
import { inode, type RemovalUnit } from './unit.ts';

export interface Found {
  readonly units: readonly RemovalUnit[];
  readonly listing: Listing;
  /** More files than the limit were there, so the numbers are not all. */
  readonly tooMany: boolean;
  /** Folders of ours in which an interrupted run left something. */
  readonly quarantines: readonly Thing[];
}

/**
 * Finds what of these tiers is there: only where a rule of the client points, never across a link or
 * to another file system, every single file judged by both locks. Changes nothing.
 */
export async function listFiles(question: ScanRequest, read?: ReadFolders): Promise<Found> {
  const look = new Scan(question, read);
  const units: RemovalUnit[] = [];
  for (const root of outermost(question.terms.roots.map((one) => one.path)))
    units.push(...(await look.below(root)));
  const { rows, guard } = look;
  return {
    units,
    listing: {
      rows: rows.sorted.map((row) => ({ ...row, folder: shown(row.folder) })),
      files: rows.files,
      bytes: rows.bytes,
      refusals: guard.refusals,
      code: rows.print.text,
      accounts: [...new Set(question.accounts.map((account) => account.name))],
    },
    tooMany: look.tooMany,
    quarantines: [...look.quarantines].map(([file, identity]) => ({ file, identity })),
  };
}

/** Roots that lie in no other: one walk is enough for both. */
const outermost = (roots: readonly string[]): readonly string[] =>
  [...new Set(roots)].filter((root, _, all) => !all.some((other) => root.startsWith(`${other}/`)));

/** Whether its folders are those that were listed, and no name in them changed since. */
export const isUntouched = ({ slices }: RemovalUnit): boolean =>
  slices.every(({ path: folder, identity, changed }) => {
    const own = lstatSync(onDisk(folder), { throwIfNoEntry: false });
    return own !== undefined && inode(own) === identity && own.ctimeMs === changed;
  });

/**
 * Whether a unit is, folder by folder, exactly what was listed; answers its outermost folder as it is
 * now, or undefined where anything is different. `at`: where it was moved since.
 */
export async function asListed(
  { terms, mounts }: ScanRequest,
  unit: RemovalUnit,
  at = unit.path,
): Promise<Reading | undefined> {
  const guard = new OwnerCheck(terms.uid, mounts);
  const reader = readerFor(terms, guard);
  const classifiers = new PathClassifiers(terms);
  const yielding = new YieldToLoop();
  let outermost: Reading | undefined;
  for (const slice of unit.slices) {
    if (yielding.isDue) await yielding.give();
    const folder = `${at}${slice.path.slice(unit.path.length)}`;
    const own = guard.stat(folder);
    if (!own?.isDirectory() || inode(own) !== slice.identity || mounts.has(folder)) return;
    const now = readFolder(reader, folder, own, classifiers.at(slice.path));
    if (now?.print !== slice.print || now.goes.length !== slice.files) return;
    if (unit.whole && (now.keeps || now.folders.length !== slice.folders)) return;
    outermost ??= now;
  }
  return outermost;
}
