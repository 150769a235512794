import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { failure, known, unknown, type Known } from '../../core/known.ts';
import { UNNAMED, type Process } from '../../core/model.ts';
import { codeOf, hasLeft, isDenied } from '../files/errno.ts';
import { insideOf } from './inside.ts';
import {
  cleanExe,
  isNested,
  parseCgroup,
  parseFlatpakInfo,
  parseOwner,
  parseStat,
  type Stat,
  type Unit,
} from '../parse/proc.ts';

/** What is known besides of a process; undefined where it left before that could be read. */
export type CompleteOne = (process: Process) => Process | undefined;

/**
 * The processes that `mayMatter` by their program, and all their ancestors. Synchronous on purpose:
 * with some hundred processes it is five times as fast as the promises.
 */
export function listProcesses(
  mayMatter: (exe: string, pid: string) => boolean,
  proc = '/proc',
  me = String(process.geteuid?.()),
  complete: CompleteOne = asItIs,
): Known<readonly Process[]> {
  const elsewhere = proc === '/proc' ? insideOf() : undefined;
  if (elsewhere !== undefined)
    return unknown('unsupported', `inside of ${elsewhere} the processes of the desktop are hidden`);
  try {
    return list(mayMatter, proc, me, complete);
  } catch (error) {
    return failure(error);
  }
}

const asItIs: CompleteOne = (one) => one;

/**
 * A client can change its pid all the time (its child goes on, it leaves), so what vanished while we read is
 * looked for among what has come since. A round costs about a millisecond; a busy computer needs a few.
 */
const ROUNDS = 240;

function list(
  mayMatter: (exe: string, pid: string) => boolean,
  proc: string,
  me: string,
  complete: CompleteOne,
): Known<readonly Process[]> {
  const looked = new Set<string>();
  const missed = new Set<string>();
  const found = new Map<number, Process>();
  const ours = unitOf('self', proc).service;
  let isEmpty = true;
  let lost: 'nobody' | 'somebody' | 'one that matters' = 'nobody';
  for (let round = 0; round === 0 || (lost !== 'nobody' && round < ROUNDS); round++) {
    // A shell that was no client when we passed it can have become the client that we missed.
    if (lost === 'one that matters') looked.clear();
    lost = 'nobody';
    const newest = newestOf(proc);
    for (const name of readdirSync(proc)) {
      if (name < '0' || name > ':' || looked.has(name)) continue;
      looked.add(name);
      isEmpty = false;
      const exe = exeOf(name, proc);
      if (exe?.known && !mayMatter(exe.value, name)) continue;
      const read = readUnlessHidden(Number(name), proc, exe, ours, me);
      if (read === 'hidden' || read === 'kernel') continue;
      const one = read && complete(read);
      if (one) found.set(one.pid, one);
      // What is ending can have gone on as its own child, after we had passed that number.
      if (one?.exiting && lost === 'nobody') lost = 'somebody';
      // A zombie of another user is listed for as long as nobody waits for it: it is missed once.
      if (one || missed.has(name)) continue;
      missed.add(name);
      if (exe) lost = 'one that matters';
      else if (lost === 'nobody') lost = 'somebody';
    }
    // The numbers began again from below: what came there was passed already.
    if (lost === 'nobody' && newestOf(proc) < newest) lost = 'somebody';
  }
  if (isEmpty) return unknown('failed', `${proc} shows no process at all`);
  if (lost !== 'nobody')
    return unknown('failed', 'a process comes and goes faster than it can be looked at');
  for (const process of [...found.values()]) {
    for (let pid = process.parent; pid > 0 && !found.has(pid);) {
      const above = readUnlessHidden(pid, proc, exeOf(String(pid), proc), ours, me);
      if (!above || above === 'hidden' || above === 'kernel') break;
      found.set(pid, complete(above) ?? above);
      pid = above.parent;
    }
  }
  return known([...found.values()]);
}

/** The pid that was given last: `/proc/loadavg` ends with it (proc(5)). */
const newestOf = (proc: string): number =>
  Number(textOf(`${proc}/loadavg`)?.trim().split(' ').at(-1) ?? 0);

/** One process as it is now; undefined once it is gone (a zombie is gone). */
export function readProcess(pid: number, proc = '/proc'): Process | undefined {
  const found = read(pid, proc, exeOf(String(pid), proc), unitOf('self', proc).service);
  return found === 'kernel' ? undefined : found;
}

/** Name, parent, start time; undefined once it is gone. Throws where that cannot be read at all. */
export function readStat(pid: number, proc = '/proc'): Stat | undefined {
  let line: string;
  try {
    line = readFileSync(`${proc}/${pid}/stat`, 'utf8');
  } catch (error) {
    if (hasLeft(error)) return undefined;
    throw error;
  }
  const stat = parseStat(line);
  return stat === undefined || stat.gone ? undefined : stat;
}

/** The very same process still runs. One that cannot be looked at has not been seen to leave. */
export const isRunning = (process: Pick<Process, 'pid' | 'startTime'>): boolean =>
  runsIn('/proc', process);

/** The same by another `/proc`. */
export function runsIn(
  proc: string,
  { pid, startTime }: Pick<Process, 'pid' | 'startTime'>,
): boolean {
  try {
    return readStat(pid, proc)?.startTime === startTime;
  } catch {
    return true;
  }
}

/** With `hidepid` the kernel lists processes of other users and shows nothing of them (proc(5)). */
function readUnlessHidden(
  pid: number,
  proc: string,
  exe: Known<string> | undefined,
  ours: string | undefined,
  me: string,
): Process | 'hidden' | 'kernel' | undefined {
  try {
    return read(pid, proc, exe, ours, me);
  } catch (error) {
    if (isDenied(error)) return 'hidden';
    throw error;
  }
}

/**
 * A process without a program is a kernel thread, or one of ours that still lives: on its way out, or with a
 * first thread that has ended before the others. Undefined for what has left, as a zombie has.
 */
function read(
  pid: number,
  proc: string,
  exe: Known<string> | undefined,
  ours: string | undefined,
  me?: string,
): Process | 'kernel' | undefined {
  const stat = readStat(pid, proc);
  if (!stat) return undefined;
  if (stat.kernel) return 'kernel';
  const status = textOf(`${proc}/${pid}/status`);
  const owner = parseOwner(status ?? '');
  if (status === undefined || owner === undefined) {
    // It left in this moment, or nobody can tell whose it is: that is no reason to leave it out.
    if (readStat(pid, proc)?.startTime !== stat.startTime) return undefined;
    throw new Error(`${proc}/${pid}/status cannot be read`);
  }
  const { startTime, parent, name, session } = stat;
  const identity = { pid, startTime, owner, parent, name, session };
  const args = textOf(`${proc}/${pid}/cmdline`);
  const program = {
    exe: exe ?? unknown('denied', `program of ${pid}`),
    args: args === undefined ? unknown('denied') : known(args.replace(/\0$/, '').split('\0')),
  };
  // What another user hides is known by its name alone, and never touched.
  if (me !== undefined && owner !== me && !program.exe.known) return { ...identity, ...program };
  const unit = unitOf(String(pid), proc);
  const sandbox =
    unit.sandbox ??
    flatpakOf(pid, exe, proc, me === undefined) ??
    (isNested(status) ? UNNAMED : undefined);
  return {
    ...identity,
    ...program,
    ...(stat.stopped ? { isStopped: true as const } : {}),
    cwd: linkOf(`${proc}/${pid}/cwd`),
    ...(stat.exiting ? { exiting: true } : {}),
    ...(sandbox === undefined ? {} : { sandbox }),
    // What runs in the same unit as we do was started by hand beside us.
    ...(unit.service === undefined || unit.service === ours ? {} : { service: unit.service }),
  };
}

/** What a process was started with; undefined where that cannot be read or is empty, as for one that is ending. */
export function argsOf(pid: string, proc: string): readonly string[] | undefined {
  const text = textOf(`${proc}/${pid}/cmdline`);
  return text === undefined || text === '' ? undefined : text.replace(/\0$/, '').split('\0');
}

/** Undefined where there is no program: a kernel thread, a zombie, or gone in this moment. */
function exeOf(pid: string, proc: string): Known<string> | undefined {
  try {
    const shown = readlinkSync(`${proc}/${pid}/exe`);
    return known(shown.endsWith(')') && isThere(shown, pid, proc) ? shown : cleanExe(shown));
  } catch (error) {
    return hasLeft(error) ? undefined : unknown('denied', codeOf(error));
  }
}

/**
 * The kernel appends " (deleted)" to the name of a removed file; a file can be called so as well, here or among
 * the process's own mounts.
 */
const isThere = (shown: string, pid: string, proc: string): boolean =>
  existsSync(shown) || existsSync(`${proc}/${pid}/root${shown}`);

/** Without systemd a flatpak has no scope of its own; its root always says who it is. Looked for everywhere where one process is asked for. */
const flatpakOf = (
  pid: number,
  exe: Known<string> | undefined,
  proc: string,
  anyProgram: boolean,
): string | undefined =>
  exe?.known && (anyProgram || exe.value.startsWith('/app/'))
    ? parseFlatpakInfo(textOf(`${proc}/${pid}/root/.flatpak-info`) ?? '')
    : undefined;

const unitOf = (pid: string, proc: string): Unit =>
  parseCgroup(textOf(`${proc}/${pid}/cgroup`) ?? '');

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended in this moment, or hides this file: the caller answers for both.
    return undefined;
  }
}

function linkOf(path: string): Known<string> {
  try {
    return known(readlinkSync(path));
  } catch (error) {
    return unknown('denied', codeOf(error));
  }
}
