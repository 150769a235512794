import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import { parsePrograms, parseRows, PS_COLUMNS, type PsProgram, type PsRow } from '../parse/ps.ts';
import { LOOK_MS, type Starter } from './programs.ts';

const columns = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['-o', `${name}=`]);

const EVERY = ['-axww', ...columns([...PS_COLUMNS, 'comm', 'args'])];
const ROWS = columns(PS_COLUMNS);

/** Start times in UTC name a process also after a journey. */
const ENV = { TZ: 'UTC0' };

/** Every living process, by one start of ps. A list without ourselves is broken. */
export const listProcesses = async (starter: Starter): Promise<Known<readonly Process[]>> =>
  map(await ask(starter, EVERY, parsePrograms), (rows) => rows.map(processOf));

/** Those of these pids that live, by one start of ps: asked for ourselves as well, it always answers. */
export async function rowsOf(
  starter: Starter,
  pids: readonly number[],
): Promise<Known<ReadonlyMap<number, PsRow>>> {
  const which = [...new Set([process.pid, ...pids])].join(',');
  const rows = await ask(starter, ['-p', which, ...ROWS], parseRows);
  return map(rows, (all) => new Map(all.map((row) => [row.pid, row])));
}

async function ask<T extends PsRow>(
  { run, programs }: Starter,
  args: readonly string[],
  parse: (text: string) => Known<readonly T[]>,
): Promise<Known<readonly T[]>> {
  const said = await run({ program: programs.ps, args, timeoutMs: LOOK_MS, env: ENV });
  if (!said.known) return said;
  const { code, stdout, stderr } = said.value;
  if (code !== 0) return unknown('failed', `ps: exit code ${code} ${stderr.trim().slice(0, 200)}`);
  const rows = parse(stdout);
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
  const { pid, parent, owner, startTime, first, args } = row;
  const isPath = first.startsWith('/');
  const isSilent = args === undefined && !isPath;
  return {
    ...{ pid, parent, owner, startTime },
    name: isSilent ? first.slice(1, -1).slice(0, SHORT) : lastPart(first),
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
