import { rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isGone } from '../machine/files/errno.ts';
import { makeOwnFolder } from '../machine/files/own-folder.ts';
import { createWhole } from '../machine/files/create-whole.ts';
import { readRegular, type Read } from '../machine/files/read-regular.ts';
import { inState } from '../machine/files/state-fault.ts';

/** Who is acting on a client right now. */
export interface LockOwner {
  readonly pid: number;
  readonly startTime: string;
  /** Linux: the pid namespace and the boot in which the pid means it; empty where it could not tell. */
  readonly pidsOf?: string;
  /** What it is doing, e.g. `exit`. */
  readonly request: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Whether this very process still runs; `touchedAt`: when it last touched its claim, ms since 1970. */
export type IsAlive = (holder: LockOwner, touchedAt: number) => boolean;

export type LockAttempt =
  | { readonly granted: true; release(): void }
  | { readonly granted: false; readonly holder: LockOwner };

/** Deep enough for a breaker that died while breaking the lock of a breaker that died. */
const DEPTH = 4;
/** Far longer than anybody needs to write a line. */
const OLD_MS = 60_000;

/**
 * Takes the lock `file`, or answers who has it. The lock of a holder that is proven dead is broken by
 * exactly one process: the one that holds the lock *on breaking it*, and only after reading it once more.
 * So is one that is no claim at all (empty, torn): we write claims in one step, so once it is older than a
 * minute or than this boot nobody is writing it. Where it cannot be kept or read it throws StateFault.
 */
export function acquireLock(
  file: string,
  me: LockOwner,
  isAlive: IsAlive,
  { heartbeatMs, depth = 0 }: { readonly heartbeatMs?: number; readonly depth?: number } = {},
): LockAttempt {
  const folder = path.dirname(file);
  inState(folder, () => makeOwnFolder(folder));
  for (;;) {
    if (inState(folder, () => createWhole(file, JSON.stringify(me)))) {
      const stop = heartbeat(file, heartbeatMs);
      return {
        granted: true,
        release: () => {
          stop();
          release(file, me);
        },
      };
    }
    const found = read(file);
    if (!found) continue;
    const { holder } = found;
    const isDead = holder ? !isAlive(holder, found.writtenAt) : isOld(found.writtenAt);
    if (!isDead || depth >= DEPTH)
      return { granted: false, holder: holder ?? nobodyKnown(found.writtenAt) };
    const other = breakLock(file, found, me, isAlive, depth);
    if (other) return other;
  }
}

/** Removes the lock that was found, by nobody else meanwhile and only as it was; else answers who is at it. */
function breakLock(
  file: string,
  found: Read,
  me: LockOwner,
  isAlive: IsAlive,
  depth: number,
): (LockAttempt & { readonly granted: false }) | undefined {
  const breaking = acquireLock(`${file}.broken`, me, isAlive, { depth: depth + 1 });
  if (!breaking.granted) return breaking;
  try {
    const now = read(file);
    if (now?.text === found.text && now.writtenAt === found.writtenAt)
      inState(file, () => rmSync(file, { force: true }));
    return undefined;
  } finally {
    breaking.release();
  }
}

/**
 * Removes a lock that nobody alive holds, compared once more under the lock on breaking it; false where it is held.
 * Throws StateFault where it cannot be read or removed.
 */
export function dropLock(file: string, me: LockOwner, isAlive: IsAlive): boolean {
  for (;;) {
    const found = read(file);
    if (!found) return true;
    if (found.holder && isAlive(found.holder, found.writtenAt)) return false;
    if (breakLock(file, found, me, isAlive, 0)) return false;
  }
}

/** Touches the claim until it is released, for those who cannot look the holder up; a program may end before. */
function heartbeat(file: string, ms: number | undefined): () => void {
  if (ms === undefined) return () => {};
  const timer = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      return; // It was taken from us; whoever has it now is told by the file.
    }
  }, ms);
  timer.unref();
  return () => clearInterval(timer);
}

/** Never throws: what was done under the claim was done, and a claim that stays is soon a dead one's. */
function release(file: string, me: LockOwner): void {
  try {
    const now = read(file)?.holder;
    const mine = now?.pid === me.pid && now.startTime === me.startTime && now.since === me.since;
    if (mine) rmSync(file, { force: true });
  } catch {
    return;
  }
}

/** A clock that was set back makes files of the future, which are no newer than a minute either. */
function isOld(writtenAt: number): boolean {
  const now = Date.now();
  return Math.abs(now - writtenAt) > OLD_MS || writtenAt < now - os.uptime() * 1_000;
}

const nobodyKnown = (writtenAt: number): LockOwner => ({
  pid: 0,
  startTime: '',
  request: 'unknown',
  since: new Date(writtenAt).toISOString(),
});

/** Undefined once it is gone; without a holder where it is no claim. */
function read(file: string): (Read & { readonly holder: LockOwner | undefined }) | undefined {
  return inState(file, () => {
    try {
      const found = readRegular(file, 'refuse');
      return { ...found, holder: holderIn(found.text) };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  });
}

function holderIn(text: string): LockOwner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, startTime, pidsOf, request, since } = value as Record<string, unknown>;
    const isPid = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0;
    return isPid && typeof startTime === 'string'
      ? {
          ...{ pid, startTime, request: word(request), since: word(since) },
          ...(typeof pidsOf === 'string' ? { pidsOf } : {}),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What another program wrote is shown to people: some printable letters, whatever it is. */
const word = (value: unknown): string =>
  String(value)
    .slice(0, 40)
    .replace(/[^\x20-\x7e]/g, '?');

/** Who has the lock `file`, if a living one has; nothing is written. What cannot be read is nobody's. */
export function livingOwner(file: string, isAlive: IsAlive): LockOwner | undefined {
  try {
    const found = read(file);
    if (!found?.holder || !mayCount(found.owner)) return undefined;
    return isAlive(found.holder, found.writtenAt) ? found.holder : undefined;
  } catch {
    return undefined;
  }
}

/** Another plain user's file in a folder of ours says nothing; root works for every user. */
function mayCount(owner: number): boolean {
  const me = process.geteuid?.() ?? 0;
  return me === 0 || owner === me || owner === 0;
}
