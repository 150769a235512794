import { statSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { StateFaultLine } from '../../core/state-fault.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { readLine, type LinePlace } from '../../audit/read-line.ts';
import { readVkey } from '../../audit/vkey.ts';
import { ED25519 } from '../../audit/suite.ts';
import { checkpointFolder, checkpointName, latestCheckpoint } from './checkpoint-files.ts';
import { copiedName } from './checkpoint-copies.ts';
import { keyFile, keyName, replacedAt, textIn } from './key-files.ts';
import { openCount } from './open-intents.ts';
import { bytesOf, linesIn, segmentsIn } from './segments.ts';
import { spoolsIn, type Spool } from './spool.ts';

/** The state of a log, at a glance: nothing of it is verified but its end. */
export interface LogState {
  /** With those that were pruned. */
  readonly lines: number;
  /** The number of the first one that is there. */
  readonly first: number;
  readonly chain?: string;
  /** When the last line was written, in ms since 1970. */
  readonly at?: number;
  /** The vkey; absent where the key is missing. */
  readonly key?: string;
  /** The line from which on it signs, where the one before was lost. */
  readonly keyReplacedAt?: number;
  readonly keyFile: string;
  /** Other users can read the key. */
  readonly isKeyOpen: boolean;
  readonly checkpoint?: { readonly size: number; readonly at: number };
  /** The folder that should have the last checkpoint, and has not. */
  readonly notIn?: string;
  /** How many of the last lines were looked at, and whether they agree. */
  readonly tail: { readonly lines: number; readonly isGood: boolean };
  /** Requests without an outcome. */
  readonly open: number;
  readonly spools: readonly Spool[];
  /** Why it could not be read: then the rest says nothing. */
  readonly fault?: StateFaultLine;
}

const TAIL_LINES = 200;
const TAIL_BYTES = 1_000_000;

/** The state of the log in this folder; undefined where there is none. `outside`: where checkpoints are copied to. */
export function logState(folder: string, outside?: string): LogState | undefined {
  try {
    return stateOf(folder, outside);
  } catch (error) {
    return {
      ...{ lines: 0, first: 0, keyFile: '', isKeyOpen: false, open: 0, spools: [] },
      tail: { lines: 0, isGood: false },
      fault: { code: codeOf(error), path: folder },
    };
  }
}

function stateOf(folder: string, outside: string | undefined): LogState | undefined {
  const segments = segmentsIn(folder);
  const newest = segments.at(-1);
  if (!newest) return stateOfNothing(folder);
  const { size } = statSync(newest.file);
  const from = Math.max(0, size - TAIL_BYTES);
  const bytes = bytesOf(newest.file, from);
  // The first piece may be the end of a line.
  const whole = from === 0 ? bytes : bytes.subarray(bytes.indexOf(10) + 1);
  const tail = [...linesIn(whole)].slice(-TAIL_LINES).map(readLine);
  const last = tail.at(-1);
  const latest = latestCheckpoint(folder);
  const kind = existsSync(keyName(folder, 'sm2')) ? 'sm2' : 'ed25519';
  const file = keyFile(folder, kind);
  const key = existsSync(file) ? textIn(keyName(folder, kind)) : undefined;
  const replaced = replacedAt(folder);
  const isCopied =
    outside === undefined ||
    latest === undefined ||
    existsSync(path.join(outside, copiedName(latest.note, checkpointName(latest.size))));
  return {
    lines: last ? last.sequence + 1 : newest.first,
    first: segments[0]?.first ?? 0,
    ...(last ? { chain: last.chain, at: last.time } : {}),
    ...(key !== undefined && readVkey(key.trim()) ? { key: key.trim() } : {}),
    ...(replaced === undefined ? {} : { keyReplacedAt: replaced }),
    ...{ keyFile: file, isKeyOpen: isOpen(file) },
    ...(latest ? { checkpoint: { size: latest.size, at: writtenAt(folder, latest.size) } } : {}),
    ...(isCopied ? {} : { notIn: outside }),
    tail: { lines: tail.length, isGood: isChained(tail) },
    ...{ open: openCount(folder), spools: spoolsIn(folder) },
  };
}

/** All entries are gone, of which a checkpoint tells; undefined where there never was one. */
function stateOfNothing(folder: string): LogState | undefined {
  const latest = latestCheckpoint(folder);
  if (!latest) return undefined;
  return {
    ...{ lines: 0, first: 0, keyFile: keyFile(folder, 'ed25519'), isKeyOpen: false },
    ...{ checkpoint: { size: latest.size, at: writtenAt(folder, latest.size) } },
    ...{ tail: { lines: 0, isGood: true }, open: openCount(folder), spools: spoolsIn(folder) },
  };
}

/** Windows says nothing in a mode. */
function isOpen(file: string): boolean {
  try {
    return path.sep === '/' && (statSync(file).mode & 0o077) !== 0;
  } catch {
    return false;
  }
}

function writtenAt(folder: string, size: number): number {
  try {
    return statSync(path.join(checkpointFolder(folder), checkpointName(size))).mtimeMs;
  } catch {
    return 0;
  }
}

function isChained(lines: readonly (LinePlace | undefined)[]): boolean {
  return lines.every((line, at) => {
    if (!line) return false;
    const before = lines[at - 1];
    const isNext =
      at === 0 ||
      (before !== undefined &&
        line.previous === before.fingerprint &&
        line.sequence === before.sequence + 1);
    // SM3 is verified by `audit verify`; here its links are enough.
    const isWhole =
      line.hashAlgorithm !== 'SHA-256' ||
      ED25519.hash(line.body).toString('hex') === line.fingerprint;
    return isNext && isWhole;
  });
}
