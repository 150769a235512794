import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';

/** How far one destination has the log. */
export interface Spool {
  /** `syslog+tls://host:port`, or a folder. */
  readonly to: string;
  /** The log; of another one nothing was brought there. */
  readonly chain: string;
  /** The first line that it has not. */
  readonly next: number;
  /** Where the batch before began: sent again after a fault, since its receiver may have lost what it had in memory. */
  readonly before: number;
  /** The size of the last checkpoint that it has. */
  readonly checkpoint: number;
  /** When it last took something, in ms since 1970. */
  readonly at?: number;
  /** Why the last try failed. */
  readonly fault?: StateFaultLine & { readonly since: number };
}

const spoolFolder = (folder: string): string => path.join(folder, 'spool');

export const spoolFile = (folder: string, to: string): string =>
  path.join(
    spoolFolder(folder),
    `${createHash('sha256').update(to).digest('hex').slice(0, 16)}.json`,
  );

/** How far a destination has this log; from the beginning where nothing is known. */
export function spoolOf(folder: string, to: string, chain: string, first: number): Spool {
  const found = read(spoolFile(folder, to));
  const isSame = found?.chain === chain && found.to === to;
  return isSame ? found : { to, chain, next: first, before: first, checkpoint: 0 };
}

/** On the disk before this returns. */
export function keepSpool(folder: string, spool: Spool): void {
  makeOwnFolder(spoolFolder(folder));
  replaceWhole(spoolFile(folder, spool.to), JSON.stringify(spool));
}

/** Every destination that this log was brought to. */
export function spoolsIn(folder: string): readonly Spool[] {
  try {
    return readdirSync(spoolFolder(folder))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => read(path.join(spoolFolder(folder), name)) ?? []);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The first line that some destination has not; undefined where there is none. */
export function unshippedFrom(folder: string): number | undefined {
  const all = spoolsIn(folder).map(({ next }) => next);
  return all.length === 0 ? undefined : Math.min(...all);
}

function read(file: string): Spool | undefined {
  try {
    const { to, chain, next, before, checkpoint, ...more } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Partial<Spool>;
    const isWhole = typeof to === 'string' && typeof chain === 'string';
    if (!isWhole || !isCount(next) || !isCount(before) || !isCount(checkpoint)) return undefined;
    return { to, chain, next, before, checkpoint, ...more };
  } catch {
    // It is sent once more: twice is no gap.
    return undefined;
  }
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
