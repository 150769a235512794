import { lstatSync } from 'node:fs';
import type { Listing } from '../../core/listing.ts';
import type { Thing } from './disk.ts';
import { onDisk, shown } from './names.ts';
import { Guard } from './guard.ts';
import { Look } from './look.ts';
import { Sieves, type Question } from './question.ts';
import { readerFor, readFolder, type Reading } from './reading.ts';
import { Turns } from './turns.ts';
import { inode, type Unit } from './unit.ts';

export interface Found {
  readonly units: readonly Unit[];
  readonly listing: Listing;
  /** More files than the limit were there, so the numbers are not all. */
  readonly tooMany: boolean;
  /** Folders of ours in which an interrupted run left something. */
  readonly asides: readonly Thing[];
}

/**
 * Finds what of these tiers is there: only where a rule of the client points, never across a link or
 * to another file system, every single file judged by both locks. Changes nothing.
 */
export async function find(question: Question): Promise<Found> {
  const look = new Look(question);
  const units: Unit[] = [];
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
    asides: [...look.asides].map(([file, identity]) => ({ file, identity })),
  };
}

/** Roots that lie in no other: one walk is enough for both. */
const outermost = (roots: readonly string[]): readonly string[] =>
  [...new Set(roots)].filter((root, _, all) => !all.some((other) => root.startsWith(`${other}/`)));

/** Whether its folders are those that were listed, and no name in them changed since. */
export const isUntouched = ({ slices }: Unit): boolean =>
  slices.every(({ path: folder, identity, changed }) => {
    const own = lstatSync(onDisk(folder), { throwIfNoEntry: false });
    return own !== undefined && inode(own) === identity && own.ctimeMs === changed;
  });

/**
 * Whether a unit is, folder by folder, exactly what was listed; answers its outermost folder as it is
 * now, or undefined where anything is different. `at`: where it was moved since.
 */
export async function asListed(
  { terms, mounts }: Question,
  unit: Unit,
  at = unit.path,
): Promise<Reading | undefined> {
  const guard = new Guard(terms.uid, mounts);
  const reader = readerFor(terms, guard);
  const sieves = new Sieves(terms);
  const turns = new Turns();
  let outermost: Reading | undefined;
  for (const slice of unit.slices) {
    if (turns.isDue) await turns.give();
    const folder = `${at}${slice.path.slice(unit.path.length)}`;
    const own = guard.stat(folder);
    if (!own?.isDirectory() || inode(own) !== slice.identity || mounts.has(folder)) return;
    const now = readFolder(reader, folder, own, sieves.at(slice.path));
    if (now?.print !== slice.print || now.goes.length !== slice.files) return;
    if (unit.whole && (now.keeps || now.folders.length !== slice.folders)) return;
    outermost ??= now;
  }
  return outermost;
}
