import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { failure, known, unknown, type Known } from '../../core/known.ts';
import { UNNAMED, type Process } from '../../core/model.ts';
import { codeOf, hasLeft } from '../files/fault.ts';
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

/**
 * The processes that `mayMatter` by their program, and all their ancestors. Synchronous on purpose:
 * with some hundred processes it is five times as fast as the promises.
 */
export function listProcesses(
  mayMatter: (exe: string) => boolean,
  proc = '/proc',
): Known<readonly Process[]> {
  // Inside of a Flatpak nobody else is shown, and that nobody is there would be a lie.
  if (proc === '/proc' && existsSync('/.flatpak-info'))
    return unknown('unsupported', 'inside of a Flatpak the processes of the desktop are hidden');
  try {
    return list(mayMatter, proc);
  } catch (error) {
    return failure(error);
  }
}

function list(mayMatter: (exe: string) => boolean, proc: string): Known<readonly Process[]> {
  const names = readdirSync(proc);
  const found = new Map<number, Process>();
  const ours = unitOf('self', proc).service;
  let any = false;
  for (const name of names) {
    if (name < '0' || name > ':') continue;
    any = true;
    const exe = exeOf(name, proc);
    if (exe !== undefined && exe.known && !mayMatter(exe.value)) continue;
    const process = read(Number(name), proc, exe, ours);
    if (process) found.set(process.pid, process);
  }
  if (!any) return unknown('failed', `${proc} shows no process at all`);
  for (const process of [...found.values()]) {
    for (let pid = process.parent; pid > 0 && !found.has(pid);) {
      const above = read(pid, proc, exeOf(String(pid), proc), ours);
      if (!above) break;
      found.set(pid, above);
      pid = above.parent;
    }
  }
  return known([...found.values()]);
}

/** One process as it is now; undefined once it is gone (a zombie is gone). */
export const readProcess = (pid: number, proc = '/proc'): Process | undefined =>
  read(pid, proc, exeOf(String(pid), proc), unitOf('self', proc).service);

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
export function isRunning({ pid, startTime }: Pick<Process, 'pid' | 'startTime'>): boolean {
  try {
    return readStat(pid)?.startTime === startTime;
  } catch {
    return true;
  }
}

function read(
  pid: number,
  proc: string,
  exe: Known<string> | undefined,
  ours: string | undefined,
): Process | undefined {
  const stat = readStat(pid, proc);
  if (!stat || stat.kernel) return undefined;
  const status = textOf(`${proc}/${pid}/status`) ?? '';
  const owner = parseOwner(status);
  if (owner === undefined) return undefined;
  const unit = unitOf(String(pid), proc);
  const sandbox =
    unit.sandbox ?? flatpakOf(pid, exe, proc) ?? (isNested(status) ? UNNAMED : undefined);
  const args = textOf(`${proc}/${pid}/cmdline`);
  return {
    pid,
    startTime: stat.startTime,
    owner,
    parent: stat.parent,
    name: stat.name,
    ...(stat.stopped ? { isStopped: true as const } : {}),
    exe: exe ?? unknown('denied', `program of ${pid}`),
    cwd: linkOf(`${proc}/${pid}/cwd`),
    args: args === undefined ? unknown('denied') : known(args.replace(/\0$/, '').split('\0')),
    ...(sandbox === undefined ? {} : { sandbox }),
    // What runs in the same unit as we do was started by hand beside us.
    ...(unit.service === undefined || unit.service === ours ? {} : { service: unit.service }),
  };
}

/** Undefined where there is no program: a kernel thread, a zombie, or gone in this moment. */
function exeOf(pid: string, proc: string): Known<string> | undefined {
  try {
    const shown = readlinkSync(`${proc}/${pid}/exe`);
    // The kernel appends " (deleted)" to the name of a removed file; a file can be called so as well.
    return known(shown.endsWith(')') && existsSync(shown) ? shown : cleanExe(shown));
  } catch (error) {
    return hasLeft(error) ? undefined : unknown('denied', codeOf(error));
  }
}

/** Without systemd a flatpak has no scope of its own; its root always says who it is. */
const flatpakOf = (
  pid: number,
  exe: Known<string> | undefined,
  proc: string,
): string | undefined =>
  exe?.known && exe.value.startsWith('/app/')
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
