import type { BigIntStats } from 'node:fs';
import type { Refusal } from '../../../core/model.ts';
import { codeOf } from '../errno.ts';
import { Fingerprint } from '../fingerprint.ts';
import { entriesOf, shown } from '../names.ts';
import { statOf } from '../stat-of.ts';
import { YieldToLoop } from '../yield-to-loop.ts';
import { exactStat, markOf } from './same.ts';

/** A file or folder with all that is in it. */
export interface Weight {
  readonly mark: string;
  readonly files: number;
  readonly bytes: number;
  readonly print: string;
}

/** What must not be moved, whatever it is in. */
export interface Bounds {
  /** Our own owner id. */
  readonly uid: number;
  readonly mounts: ReadonlySet<string>;
  /** The file system of the data root. */
  readonly device: bigint;
}

const BLOCK = 512;

/**
 * Counts a file or a folder that is to be moved as one piece; a refusal where something of another owner or another
 * file system is in it, or where it cannot be read. Links are not followed. Undefined where nothing is there.
 */
export async function weigh(file: string, bounds: Bounds): Promise<Weight | Refusal | undefined> {
  const own = exactStat(file);
  if (!own) return undefined;
  const seen = new Set<bigint>();
  const print = new Fingerprint();
  const yielding = new YieldToLoop();
  let [files, bytes] = [0, 0];
  const stack: (readonly [string, BigIntStats])[] = [[file, own]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (yielding.isDue) await yielding.give();
    const [at, stats] = next;
    const refused = refusalOf(at, stats, bounds);
    if (refused) return refused;
    const plain = statOf(at);
    if (plain) print.add(at, plain);
    if (!seen.has(stats.ino)) bytes += Number(stats.blocks ?? stats.size / 512n) * BLOCK;
    seen.add(stats.ino);
    if (!stats.isDirectory()) {
      files += 1;
      continue;
    }
    try {
      for (const { name } of entriesOf(at)) {
        const inner = exactStat(`${at}/${name}`);
        if (inner) stack.push([`${at}/${name}`, inner]);
      }
    } catch (error) {
      return { code: 'denied', subject: shown(at), detail: codeOf(error) };
    }
  }
  return { mark: markOf(own), files, bytes, print: print.text };
}

function refusalOf(file: string, { dev, uid }: BigIntStats, bounds: Bounds): Refusal | undefined {
  if (dev !== bounds.device || bounds.mounts.has(file))
    return { code: 'other-file-system', subject: shown(file) };
  return Number(uid) === bounds.uid ? undefined : { code: 'other-owner', subject: shown(file) };
}
