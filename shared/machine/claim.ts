import { readFileSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './files/folder.ts';

/** Who is acting on a client right now. */
export interface Holder {
  readonly pid: number;
  readonly startTime: string;
  /** What it is doing, e.g. `exit`. */
  readonly request: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Whether this very process (pid and start time) still runs. */
export type IsAlive = (holder: Holder) => boolean;

export type Taken =
  | { readonly granted: true; release(): void }
  | { readonly granted: false; readonly holder: Holder };

/** Deep enough for a breaker that died while breaking the lock of a breaker that died. */
const DEPTH = 4;

/**
 * Takes the lock `file`, or answers who has it. It appears with its content in one step (link), so it is
 * never seen half written. The lock of a holder that is proven dead is broken by exactly one process: the
 * one that holds the lock *on breaking it*, and only after reading it once more.
 */
export function takeClaim(file: string, me: Holder, isAlive: IsAlive, depth = 0): Taken {
  makeFolder(path.dirname(file));
  for (;;) {
    if (create(file, me)) return { granted: true, release: () => release(file, me) };
    const holder = read(file);
    if (holder === 'gone') continue;
    if (holder === 'unreadable' || isAlive(holder) || depth >= DEPTH)
      return { granted: false, holder: holder === 'unreadable' ? NOBODY_KNOWN : holder };
    const breaking = takeClaim(`${file}.broken`, me, isAlive, depth + 1);
    if (!breaking.granted) return breaking;
    const now = read(file);
    if (now !== 'gone' && now !== 'unreadable' && same(now, holder)) rmSync(file, { force: true });
    breaking.release();
  }
}

const NOBODY_KNOWN: Holder = { pid: 0, startTime: '', request: 'unknown', since: '' };

const same = (a: Holder, b: Holder): boolean =>
  a.pid === b.pid && a.startTime === b.startTime && a.since === b.since;

function create(file: string, me: Holder): boolean {
  const draft = `${file}.${me.pid}.${me.startTime}.draft`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(file: string, me: Holder): void {
  const now = read(file);
  if (now !== 'gone' && now !== 'unreadable' && same(now, me)) rmSync(file, { force: true });
}

function read(file: string): Holder | 'gone' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? 'gone'
      : 'unreadable';
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return 'unreadable';
    const { pid, startTime, request, since } = value as Record<string, unknown>;
    return typeof pid === 'number' && typeof startTime === 'string'
      ? { pid, startTime, request: String(request), since: String(since) }
      : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
