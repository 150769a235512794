import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import {
  joinPrograms,
  parseRows,
  PS_ARGUMENTS,
  PS_COLUMNS,
  PS_PROGRAMS,
  type PsProgram,
  type PsRow,
} from '../parse/ps.ts';
import { LOOK_MS, type Starter } from './programs.ts';

const columns = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['-o', `${name}=`]);

const EVERY = ['-axww', ...columns(PS_PROGRAMS)];
const ARGUMENTS = ['-axww', ...columns(PS_ARGUMENTS)];
const ROWS = columns(PS_COLUMNS);

/** Start times in UTC name a process also after a journey. */
const ENV = { TZ: 'UTC0' };

/** Every living process, by two starts of ps side by side. A list without ourselves is broken. */
export async function listProcesses(starter: Starter): Promise<Known<readonly Process[]>> {
  const [programs, args] = await Promise.all([ask(starter, EVERY), ask(starter, ARGUMENTS)]);
  if (!programs.known) return programs;
  if (!args.known) return args;
  return map(living(joinPrograms(programs.value, args.value)), (rows) => rows.map(processOf));
}

/** Those of these pids that live, by one start of ps: asked for ourselves as well, it always answers. */
export async function rowsOf(
  starter: Starter,
  pids: readonly number[],
): Promise<Known<ReadonlyMap<number, PsRow>>> {
  const which = [...new Set([process.pid, ...pids])].join(',');
  const said = await ask(starter, ['-p', which, ...ROWS]);
  if (!said.known) return said;
  return map(living(parseRows(said.value)), (all) => new Map(all.map((row) => [row.pid, row])));
}

async function ask({ run, programs }: Starter, args: readonly string[]): Promise<Known<string>> {
  const said = await run({ program: programs.ps, args, timeoutMs: LOOK_MS, env: ENV });
  if (!said.known) return said;
  const { code, stdout, stderr } = said.value;
  if (code !== 0) return unknown('failed', `ps: exit code ${code} ${stderr.trim().slice(0, 200)}`);
  return known(stdout);
}

function living<T extends PsRow>(rows: Known<readonly T[]>): Known<readonly T[]> {
  if (!rows.known) return rows;
  if (!rows.value.some(({ pid }) => pid === process.pid))
    return unknown('failed', 'ps does not show this very process');
  return known(rows.value.filter((row) => !row.gone));
}

/**
 * ps knows a program by its first argument: its path where the system itself started it. Another first
 * argument, as a shell gives, is a name only; then the program is not known, and the name counts as a doubt.
 */
function processOf(row: PsProgram): Process {
  const { pid, parent, owner, startTime, first, args, silent } = row;
  const isPath = first.startsWith('/');
  return {
    ...{ pid, parent, owner, startTime },
    name: silent ? first.slice(1, -1).slice(0, SHORT) : lastPart(first),
    exe: isPath ? known(first) : unknown('denied', `ps shows ${first} only`),
    args:
      args === undefined
        ? unknown('denied', `arguments of ${pid}`)
        : known([first, ...args.slice(first.length + 1).split(' ')]),
  };
}

/** Names that stand for a program are compared by this many letters. */
const SHORT = 15;

/** The very same process still runs; one that cannot be seen has not been seen to leave. */
export const isSame = (
  row: PsRow | undefined,
  then: Pick<Process, 'startTime' | 'owner'>,
): boolean => row !== undefined && row.startTime === then.startTime && row.owner === then.owner;
