import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Places } from '../core/paths.ts';
import type { StateFaultLine } from '../core/state-fault.ts';
import { isGone } from '../machine/files/errno.ts';
import { expectOwn } from '../machine/files/own-folder.ts';
import { readRegular, UnfitFile } from '../machine/files/read-regular.ts';
import { faultLineOf, inState } from '../machine/files/state-fault.ts';
import { stateFolders } from '../machine/files/state-folders.ts';
import { leadsBack } from './leads-back.ts';

/** What a file of ours is for. */
export type OwnKind =
  'receipts' | 'records' | 'resets' | 'notes' | 'settings' | 'clients' | 'completion';

export interface OwnFile {
  readonly path: string;
  readonly kind: OwnKind;
}

/**
 * Why something stays: we do not know it, it is another user's, it is no completion as we print it, it came after the
 * list, another request of ours runs, it may be the person's key, it is a picture, it is a link to `real`, it leads back to what was set
 * aside in `folders`, or the system says so.
 */
export type Stays = { readonly path: string } & (
  | { readonly why: 'unknown' | 'other-owner' | 'not-as-printed' | 'came-later' | 'busy' | Keeps }
  | { readonly why: 'link'; readonly real: string }
  | { readonly why: 'set-aside'; readonly folders: readonly string[] }
  | { readonly why: 'fault'; readonly fault: StateFaultLine }
);

export interface OwnThings {
  readonly files: readonly OwnFile[];
  /** Our folders, the innermost first: each goes where it is empty then. */
  readonly folders: readonly string[];
  readonly stays: readonly Stays[];
}

/** Where completions may lie, and each text that `clean-exit completion` prints. */
export interface Completions {
  readonly files: readonly string[];
  readonly scripts: readonly string[];
}

type Rule = readonly [name: RegExp, kind: OwnKind];

/** A file that was being written when a program of ours ended. */
const DRAFT = /(?:\.[0-9]+(?:\.[0-9a-z]+)?\.(?:draft|aside)|\.rotating|\.broken)+$/;
const STATE: readonly Rule[] = [
  [/^receipts(?:-2)?(?:\.1)?\.jsonl$/, 'receipts'],
  [/^(?:ghosts|practice)\.json$/, 'notes'],
  [/^code\.lock$/, 'notes'],
  [/^code\.json$/, 'settings'],
  [/^signature$/, 'notes'],
];
const CONFIG: readonly Rule[] = [
  [/^(?:places|policy)\.json$|^(?:allowed_signers|revoked_keys)$/, 'settings'],
];
const IN_STATE = ['claims', 'trashed', 'set-aside', 'evidence', 'orders'];
/** All that lies in these folders of ours. */
const WITHIN: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['claims', [/./, 'notes']],
  ['trashed', [/^[0-9a-z]{6,12}-[0-9a-f]{8}\.json$/, 'records']],
  ['clients', [/\.json$/, 'clients']],
  ['set-aside', [/^\d{8}-\d{6}-[0-9a-f]{8}\.json$/, 'resets']],
  // A picture is evidence and stays; before the text is drawn into it its name begins with a dot.
  ['evidence', [/^\.\d{17}-.+\.png$/, 'notes']],
  ['orders', [/^(?:[0-9a-f]{32}\.json|latest)$/, 'notes']],
]);

/**
 * All that Clean Exit keeps for this person: state, settings and the completions that are just what we print. Nothing
 * is followed out of our folders, and what we do not know there stays.
 */
export function ownThings(places: Places, completions: Completions): OwnThings {
  const found = [
    ...stateFolders(places).map((folder) => inFolder(folder, STATE, IN_STATE)),
    inFolder(places.ourConfig, CONFIG, ['clients']),
  ];
  const printed = completions.files.flatMap((file) => completionAt(file, completions.scripts));
  return together([...found, { ...sorted(printed), folders: [] }]);
}

const NOTHING: OwnThings = { files: [], folders: [], stays: [] };

const sorted = (all: readonly (OwnFile | Stays)[]): Omit<OwnThings, 'folders'> => ({
  files: all.flatMap((one) => ('kind' in one ? [one] : [])),
  stays: all.flatMap((one) => ('why' in one ? [one] : [])),
});

const together = (all: readonly OwnThings[]): OwnThings => ({
  files: all.flatMap(({ files }) => files),
  folders: all.flatMap(({ folders }) => folders),
  stays: all.flatMap(({ stays }) => stays),
});

function inFolder(folder: string, rules: readonly Rule[], below: readonly string[]): OwnThings {
  try {
    const own = lstatSync(folder, { throwIfNoEntry: false });
    if (own === undefined) return NOTHING;
    if (own.isSymbolicLink())
      return { ...NOTHING, stays: [{ path: folder, why: 'link', real: realOf(folder) }] };
    inState(folder, () => expectOwn(folder));
    const names = inState(folder, () => readdirSync(folder).sort());
    const inner = names
      .filter((name) => below.includes(name))
      .map((name) => inFolder(path.join(folder, name), [WITHIN.get(name) ?? [/$^/, 'notes']], []));
    const files = names
      .filter((name) => !below.includes(name))
      .map((name) => fileAt(path.join(folder, name), name.replace(DRAFT, ''), rules));
    return together([
      { ...sorted(files), folders: [] },
      ...inner,
      { ...NOTHING, folders: [folder] },
    ]);
  } catch (error) {
    return { ...NOTHING, stays: [faulty(folder, error)] };
  }
}

const faulty = (place: string, error: unknown): Stays => ({
  ...{ path: place, why: 'fault', fault: faultLineOf(error) },
});

/** Where a link leads; its own words where nothing is there. */
function realOf(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return readlinkSync(link);
  }
}

/** Of a link the link itself goes, never what it leads to. */
function fileAt(file: string, name: string, rules: readonly Rule[]): OwnFile | Stays {
  const stats = lstatSync(file);
  const kind = rules.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === undefined || !(stats.isFile() || stats.isSymbolicLink()))
    return { path: file, why: keepsFor(file) ?? 'unknown' };
  if (!isMine(stats.uid)) return { path: file, why: 'other-owner' };
  const folders = kind === 'resets' && file.endsWith('.json') ? leadsBack(file) : [];
  if (folders.length === 0) return { path: file, kind };
  return { path: file, why: 'set-aside', folders: folders === 'unread' ? [] : folders };
}

/** It may be the person's own key, or is a picture that a policy wanted. */
type Keeps = 'key' | 'picture';

function keepsFor(file: string): Keeps | undefined {
  if (path.basename(file) === 'signing-key') return 'key';
  return /[\\/]evidence[\\/]\d{17}-[^\\/]+\.png$/.test(file) ? 'picture' : undefined;
}

const isMine = (uid: number): boolean => uid === (process.geteuid?.() ?? uid);

/** A completion that a person wrote or changed is the person's. */
function completionAt(file: string, scripts: readonly string[]): readonly (OwnFile | Stays)[] {
  try {
    const stats = lstatSync(file);
    if (!isMine(stats.uid)) return [{ path: file, why: 'other-owner' }];
    const text = inState(file, () => readRegular(file, 'follow').text.trimEnd());
    const isPrinted = scripts.some((script) => script.trimEnd() === text);
    return [isPrinted ? { path: file, kind: 'completion' } : { path: file, why: 'not-as-printed' }];
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (cause instanceof UnfitFile) return [{ path: file, why: 'not-as-printed' }];
    return isGone(cause) ? [] : [faulty(file, error)];
  }
}
