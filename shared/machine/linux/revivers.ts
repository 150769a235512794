import { readdirSync, readFileSync } from 'node:fs';
import { failure, known, type Known } from '../../core/known.ts';
import type { ClientProcess, Process } from '../../core/model.ts';
import { isTypedIn } from '../../core/supervisor.ts';
import { lastPart } from '../../core/paths.ts';
import { INTERPRETERS } from '../../core/recognition/interpreters.ts';
import { scriptsOf } from '../../core/interpreter-args.ts';
import { runByExeca } from '../run-execa.ts';
import type { Run } from '../run.ts';
import { readProcess, readStat } from './processes.ts';
import { inputOf, isNamedIn, runsScripts, scripts, startsIn } from './watchdog-scripts.ts';
import { restarts } from './unit-restarts.ts';

/**
 * Evidence, after the last root has left, that somebody starts it again: a unit that restarts, a living parent
 * that is no shell of a person, an own process whose command line or script names the root, a script in its
 * session.
 */
export async function reviversOf(
  roots: readonly ClientProcess[],
  proc: string,
  ask: Run = runByExeca,
  me = String(process.geteuid?.()),
): Promise<Known<readonly string[]>> {
  try {
    const units = [...new Set(roots.flatMap(({ service }) => service ?? []))];
    const restarting = await Promise.all(units.map((unit) => restarts(unit, ask)));
    const found = units.filter((_, at) => restarting[at]);
    const parents = roots.flatMap((root) => livingSupervisor(root, proc));
    return known([...new Set([...found, ...parents, ...watchdogs(roots, proc, me)])]);
  } catch (error) {
    return failure(error);
  }
}

/** A wrapper that only waited for its root has left with it. */
function livingSupervisor(
  { supervisedBy: supervisedBy, service }: ClientProcess,
  proc: string,
): readonly string[] {
  if (supervisedBy === undefined || service !== undefined) return [];
  const pid = Number(/\((\d+)\)$/.exec(supervisedBy)?.[1]);
  return supervisedBy === `${statOf(pid, proc)?.name} (${pid})` ? [supervisedBy] : [];
}

function watchdogs(roots: readonly ClientProcess[], proc: string, me: string): readonly string[] {
  const paths = roots.flatMap(programsOf);
  const parents = new Set(roots.map(({ parent }) => parent));
  const sessions = new Set(roots.flatMap(({ session }) => session ?? []));
  const left = new Set(roots.map(({ pid }) => pid));
  const ours = ancestorsOf(process.pid, proc);
  return readdirSync(proc).flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || left.has(pid) || ours.has(pid)) return [];
    const line = textOf(`${proc}/${name}/cmdline`);
    if (line === '') return [];
    const names = paths.some((path) => isNamedIn(line, path));
    const isShell = runsScripts(line);
    const stat = names || isShell || sessions.size > 0 ? statOf(pid, proc) : undefined;
    if (!stat || (!names && !isShell && !sessions.has(stat.session))) return [];
    const one = readProcess(pid, proc);
    if (!one || one.owner !== me) return [];
    const answer = [`${one.name} (${pid})`];
    const input = isShell && isTypedIn(one) ? inputOf(pid, proc) : '';
    // Nobody can read a pipe again; what its shell has started before, it may start again.
    if (input === 'pipe') return parents.has(pid) ? answer : [];
    if (names && !isTypedIn(one)) return answer;
    if (isShell && startsIn([line, input, ...scripts(one)], paths, one)) return answer;
    return sessions.has(stat.session) && !isTypedIn(one) && runsScript(one) ? answer : [];
  });
}

/** What a watchdog would name to start a root: of an interpreter the script, because it runs others as well. */
function programsOf(root: ClientProcess): readonly string[] {
  if (!root.exe.known) return [];
  const isInterpreter = (path: string): boolean =>
    INTERPRETERS.some(({ names }) => names.test(lastPart(path)));
  if (!isInterpreter(root.exe.value)) return [root.exe.value];
  return scriptsOf(root).filter((path) => !isInterpreter(path));
}

/**
 * A session can hold a whole desktop; what runs a script there may be what started the root. A script that names
 * its shell itself is called like the script.
 */
const runsScript = ({ name, exe }: Process): boolean =>
  /^-?(?:[a-z]*sh|python[\d.]*|perl|ruby)$/.test(name) ||
  (exe.known && /\/[a-z]*sh$/.test(exe.value));

/** We and who started us: a terminal in which somebody types is no watchdog. */
export function ancestorsOf(pid: number, proc: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = pid; at > 1 && !found.has(at); at = statOf(at, proc)?.parent ?? 0) found.add(at);
  return found;
}

function statOf(pid: number, proc: string) {
  try {
    return readStat(pid, proc);
  } catch {
    return undefined; // It is hidden, so it is another user's.
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
