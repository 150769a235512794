import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import {
  cleanExe,
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
  let names: readonly string[];
  try {
    names = readdirSync(proc);
  } catch (error) {
    return unknown('failed', `${proc}: ${codeOf(error)}`);
  }
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

/** Name, parent, start time; undefined once it is gone. */
export function readStat(pid: number, proc = '/proc'): Stat | undefined {
  const line = textOf(`${proc}/${pid}/stat`);
  const stat = line === undefined ? undefined : parseStat(line);
  return stat === undefined || stat.gone ? undefined : stat;
}

function read(
  pid: number,
  proc: string,
  exe: Known<string> | undefined,
  ours: string | undefined,
): Process | undefined {
  const stat = readStat(pid, proc);
  if (!stat || stat.kernel) return undefined;
  const owner = parseOwner(textOf(`${proc}/${pid}/status`) ?? '');
  if (owner === undefined) return undefined;
  const unit = unitOf(String(pid), proc);
  const sandbox = unit.sandbox ?? flatpakOf(pid, exe, proc);
  const args = textOf(`${proc}/${pid}/cmdline`);
  return {
    pid,
    startTime: stat.startTime,
    owner,
    parent: stat.parent,
    name: stat.name,
    exe: exe ?? unknown('denied', `program of ${pid}`),
    args: args === undefined ? unknown('denied') : known(args.replace(/\0$/, '').split('\0')),
    ...(sandbox === undefined ? {} : { sandbox }),
    // What runs in the same unit as we do was started by hand beside us.
    ...(unit.service === undefined || unit.service === ours ? {} : { service: unit.service }),
  };
}

/** Undefined where there is no program: a kernel thread, a zombie, or gone in this moment. */
function exeOf(pid: string, proc: string): Known<string> | undefined {
  try {
    return known(cleanExe(readlinkSync(`${proc}/${pid}/exe`)));
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ESRCH' ? undefined : unknown('denied', code);
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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
