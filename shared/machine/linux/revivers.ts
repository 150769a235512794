import { readdirSync, readFileSync } from 'node:fs';
import { failure, known, type Known } from '../../core/known.ts';
import type { ClientProcess, Process } from '../../core/model.ts';
import { isTypedIn } from '../../core/keeper.ts';
import { lastPart } from '../../core/paths.ts';
import { INTERPRETERS } from '../../core/recognition/interpreters.ts';
import { scriptsOf } from '../../core/script.ts';
import { runByExeca as run } from '../run-execa.ts';
import { readProcess, readStat } from './processes.ts';

const SYSTEMCTL = '/usr/bin/systemctl';
const UNIT_MS = 1_500;

/**
 * Evidence, after the last root has left, that somebody starts it again: a unit that restarts, a living parent
 * that is no shell of a person, an own process whose command line names the root, a script in its session.
 */
export async function reviversOf(
  roots: readonly ClientProcess[],
  proc: string,
): Promise<Known<readonly string[]>> {
  try {
    const units = [...new Set(roots.flatMap(({ service }) => service ?? []))];
    const restarting = await Promise.all(units.map(restarts));
    const found = units.filter((_, at) => restarting[at]);
    const parents = roots.flatMap(({ keptBy, service }) =>
      keptBy !== undefined && service === undefined ? [keptBy] : [],
    );
    return known([...new Set([...found, ...parents, ...watchdogs(roots, proc)])]);
  } catch (error) {
    return failure(error);
  }
}

/** `Restart=no` is the default of systemd; what it does not tell may restart. */
async function restarts(unit: string): Promise<boolean> {
  const args = ['--user', 'show', '-p', 'Restart', '--value', '--', unit];
  const env = { XDG_RUNTIME_DIR: `/run/user/${process.getuid?.()}` };
  const said = await run({ program: SYSTEMCTL, args, timeoutMs: UNIT_MS, env });
  return !said.known || said.value.code !== 0 || said.value.stdout.trim() !== 'no';
}

function watchdogs(roots: readonly ClientProcess[], proc: string): readonly string[] {
  const paths = roots.flatMap(programsOf);
  const sessions = new Set(roots.flatMap(({ session }) => session ?? []));
  const left = new Set(roots.map(({ pid }) => pid));
  const ours = ancestorsOf(process.pid, proc);
  return readdirSync(proc).flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || left.has(pid) || ours.has(pid)) return [];
    const line = textOf(`${proc}/${name}/cmdline`);
    const names =
      line !== '' && paths.some((path) => line.split('\0').includes(path) || inScript(line, path));
    const stat = names || sessions.size > 0 ? statOf(pid, proc) : undefined;
    if (!stat || (!names && !sessions.has(stat.session))) return [];
    const one = readProcess(pid, proc);
    if (!one || one.owner !== String(process.geteuid?.()) || isTypedIn(one)) return [];
    if (!names && !runsScript(one)) return [];
    return [`${one.name} (${pid})`];
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

/** A session can hold a whole desktop; a script of a shell there may be what started the root. */
const runsScript = ({ name }: Process): boolean => /^-?[a-z]*sh$/.test(name);

/** `sh -c "while :; do /opt/chat/chat; done"`. */
const inScript = (line: string, path: string): boolean =>
  line
    .split('\0')
    .some((argument) => argument.includes(` ${path}`) || argument.startsWith(`${path} `));

/** We and who started us: a terminal in which somebody types is no watchdog. */
function ancestorsOf(pid: number, proc: string): ReadonlySet<number> {
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
