import { readlinkSync, type Stats } from 'node:fs';
import type { Tier } from '../../core/model.ts';
import type { PathClassifier } from '../../core/path-classifier.ts';
import { isQuarantine } from './quarantine.ts';
import { codeOf } from './errno.ts';
import type { OwnerCheck } from './owner-check.ts';
import { onDisk } from './names.ts';
import { Fingerprint } from './fingerprint.ts';
import type { ScanRules } from './scan-request.ts';
import { socketsInUse } from './sockets.ts';
import type { Linked } from './byte-count.ts';
import { inode } from './unit.ts';

/** Files of one tier in one folder. */
export interface Sum {
  files: number;
  /** Of the files with one name. */
  bytes: number;
  oldest: number;
  newest: number;
  readonly linked: Linked[];
}

/** What one folder holds, each file looked at and judged. */
export interface Reading {
  /** Names of the files in it that go. */
  readonly goes: readonly string[];
  /** Their own fingerprints, in the same order. */
  readonly marks: readonly number[];
  /** They are all plain files. */
  readonly isPlain: boolean;
  readonly print: string;
  /** Its own path and all names in it are text, so that no path has to be turned into bytes. */
  readonly isText: boolean;
  readonly sums: ReadonlyMap<Tier, Sum>;
  /** Folders in it that are ours and on this file system. */
  readonly folders: readonly { readonly name: string; readonly stats: Stats }[];
  /** Something else is in it, and stays. */
  readonly keeps: boolean;
}

export interface Reader {
  readonly guard: OwnerCheck;
  readonly terms: ScanRules;
  readonly tiers: ReadonlySet<Tier>;
}

export const readerFor = (terms: ScanRules, guard: OwnerCheck): Reader => ({
  guard,
  terms,
  tiers: new Set(terms.tiers),
});

/**
 * Reads one folder. Where no rule names all of it, only names that a rule may mean are even looked at.
 * Undefined where it cannot be read: it may hold anything. `mayGo` is false outside of the account asked for.
 */
export function readFolder(
  { guard, tiers, terms }: Reader,
  folder: string,
  own: Stats,
  classifier: PathClassifier,
  mayGo = true,
): Reading | undefined {
  const listed = guard.list(folder);
  if (!listed) return undefined;
  const goes: string[] = [];
  const marks: number[] = [];
  let isPlain = true;
  const folders: Reading['folders'][number][] = [];
  const sums = new Map<Tier, Sum>();
  const print = new Fingerprint();
  let keeps = false;
  // The path of a folder is only turned into bytes where it is no text.
  const asBytes = listed.asBytes || typeof onDisk(folder) !== 'string';
  const { isNamed } = classifier;
  for (const name of listed.names) {
    if (!isNamed && !isQuarantine(name) && !classifier.mayMean(name)) {
      keeps = true;
      continue;
    }
    const file = `${folder}/${name}`;
    const stats = guard.stat(file, asBytes ? onDisk(file) : file);
    if (!stats) {
      guard.vanished(file);
      keeps = true;
    } else if (stats.isDirectory()) {
      if (guard.isOurs(file, stats, own)) folders.push({ name, stats });
      else keeps = true;
    } else {
      const tier = mayGo ? tierOf(file, name, stats) : undefined;
      if (tier !== undefined && tiers.has(tier) && guard.isOurs(file, stats, own)) {
        goes.push(name);
        marks.push(print.add(name, stats));
        isPlain &&= stats.isFile();
        count(sumIn(sums, tier), stats);
      } else keeps = true;
    }
  }
  const isText = !asBytes;
  return { goes, marks, isPlain, print: print.text, isText, sums, folders, keeps };

  function tierOf(file: string, name: string, stats: Stats): Tier | undefined {
    const judged = stats.isFile()
      ? classifier.judge(name)
      : stats.isSymbolicLink()
        ? linkTier(file, name)
        : stats.isSocket()
          ? socketTier(file, name)
          : special(file, name);
    return judged === 'protected' ? undefined : judged;
  }
  /** A link is left as it is, and told, unless the client's lock is one by design. */
  function linkTier(file: string, name: string): Tier | 'protected' | undefined {
    const judged = classifier.judgeSpecial(name, { link: textOf(file, terms.host) });
    if (judged === undefined) guard.refuse('link', file);
    return judged;
  }
  /** Nobody knows what a pipe or a device is for: it stays, and is told where its folder is cleared. */
  function special(file: string, name: string): undefined {
    const judged = classifier.judge(name);
    if (judged !== undefined && judged !== 'protected' && tiers.has(judged))
      guard.refuse('special', file);
  }
  function socketTier(file: string, name: string): Tier | 'protected' | undefined {
    const judged = classifier.judgeSpecial(name, 'socket');
    if (judged === undefined) return special(file, name);
    if (judged === 'protected') return judged;
    const inUse = socketsInUse(terms.sockets);
    if (!inUse.known || inUse.value.has(file)) {
      guard.refuse('open-elsewhere', file, inUse.known ? 'a socket' : inUse.why.detail);
      return undefined;
    }
    return judged;
  }
}

const textOf = (file: string, host: string): string => {
  try {
    const text = readlinkSync(onDisk(file));
    return text.startsWith(`${host}-`) ? `{host}${text.slice(host.length)}` : text;
  } catch (error) {
    return codeOf(error);
  }
};

function sumIn(sums: Map<Tier, Sum>, tier: Tier): Sum {
  let sum = sums.get(tier);
  if (!sum) sums.set(tier, (sum = { files: 0, bytes: 0, oldest: Infinity, newest: 0, linked: [] }));
  return sum;
}

/** Adds one file. */
export function count(sum: Sum, stats: Stats): void {
  sum.files++;
  const bytes = stats.blocks * 512;
  if (stats.nlink === 1) sum.bytes += bytes;
  else sum.linked.push({ key: inode(stats), names: stats.nlink, bytes });
  if (stats.mtimeMs < sum.oldest) sum.oldest = stats.mtimeMs;
  if (stats.mtimeMs > sum.newest) sum.newest = stats.mtimeMs;
}
