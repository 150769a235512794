import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../core/paths.ts';
import type { StateFaultLine } from '../core/state-fault.ts';
import { expectOwn } from '../machine/files/own-folder.ts';
import { faultLineOf, inState } from '../machine/files/state-fault.ts';
import { stateFolders } from '../machine/files/state-folders.ts';

/** What a file of ours is for. */
export type OwnKind = 'receipts' | 'records' | 'notes' | 'settings' | 'clients' | 'completion';

export interface OwnFile {
  readonly path: string;
  readonly kind: OwnKind;
}

/** Why something stays: we do not know it, it is another user's, or the system says so. */
export type Stays = { readonly path: string } & (
  | { readonly why: 'unknown' | 'other-owner' }
  | { readonly why: 'fault'; readonly fault: StateFaultLine }
);

export interface OwnThings {
  readonly files: readonly OwnFile[];
  /** Our folders, the innermost first: each goes where it is empty then. */
  readonly folders: readonly string[];
  readonly stays: readonly Stays[];
}

type Rule = readonly [name: RegExp, kind: OwnKind];

/** A file that was being written when a program of ours ended. */
const DRAFT = /(?:\.[0-9]+(?:\.[0-9a-z]+)?\.(?:draft|aside)|\.rotating|\.broken)+$/;
const STATE: readonly Rule[] = [
  [/^receipts(?:-2)?(?:\.1)?\.jsonl$/, 'receipts'],
  [/^(?:ghosts|practice)\.json$/, 'notes'],
];
const CONFIG: readonly Rule[] = [[/^(?:places|policy)\.json$/, 'settings']];
/** All that lies in these folders of ours. */
const WITHIN: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['claims', [/./, 'notes']],
  ['trashed', [/^[0-9a-z]{6,12}-[0-9a-f]{8}\.json$/, 'records']],
  ['clients', [/\.json$/, 'clients']],
]);

/**
 * All that Clean Exit keeps for this person: state, settings and the files among `completions` that begin with our
 * mark. Nothing is followed out of our folders, and what we do not know there stays.
 */
export function ownThings(places: Places, completions: readonly string[], mark: string): OwnThings {
  const found = [
    ...stateFolders(places).map((folder) => inFolder(folder, STATE, ['claims', 'trashed'], false)),
    inFolder(places.ourConfig, CONFIG, ['clients'], true),
  ];
  const ours = completions.filter((file) => isMarked(file, mark));
  return {
    files: [
      ...found.flatMap(({ files }) => files),
      ...ours.map((file) => ({ path: file, kind: 'completion' as const })),
    ],
    folders: found.flatMap(({ folders }) => folders),
    stays: found.flatMap(({ stays }) => stays),
  };
}

const NOTHING: OwnThings = { files: [], folders: [], stays: [] };

function inFolder(
  folder: string,
  rules: readonly Rule[],
  below: readonly string[],
  mayBeLink: boolean,
): OwnThings {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return NOTHING;
    inState(folder, () => expectOwn(folder, mayBeLink));
    const names = inState(folder, () => readdirSync(folder).sort());
    const inner = names
      .filter((name) => below.includes(name))
      .map((name) =>
        inFolder(path.join(folder, name), [WITHIN.get(name) ?? [/$^/, 'notes']], [], false),
      );
    const own = names
      .filter((name) => !below.includes(name))
      .map((name) => fileAt(path.join(folder, name), name.replace(DRAFT, ''), rules));
    return {
      files: [
        ...own.flatMap((one) => ('kind' in one ? [one] : [])),
        ...inner.flatMap((one) => one.files),
      ],
      folders: [...inner.flatMap((one) => one.folders), folder],
      stays: [
        ...own.flatMap((one) => ('why' in one ? [one] : [])),
        ...inner.flatMap((one) => one.stays),
      ],
    };
  } catch (error) {
    return { ...NOTHING, stays: [{ path: folder, why: 'fault', fault: faultLineOf(error) }] };
  }
}

/** Of a link the link itself goes, never what it leads to. */
function fileAt(file: string, name: string, rules: readonly Rule[]): OwnFile | Stays {
  const stats = lstatSync(file);
  const kind = rules.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === undefined || !(stats.isFile() || stats.isSymbolicLink()))
    return { path: file, why: 'unknown' };
  const me = process.geteuid?.() ?? stats.uid;
  return stats.uid === me ? { path: file, kind } : { path: file, why: 'other-owner' };
}

/** Whether one of the first lines of a file has this mark. */
function isMarked(file: string, mark: string): boolean {
  try {
    return readFileSync(file, 'utf8')
      .split('\n', 3)
      .some((line) => line.includes(mark));
  } catch {
    return false;
  }
}
