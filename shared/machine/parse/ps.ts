import { known, unknown, type Known } from '../../core/known.ts';
import { unvis } from './vis.ts';

/** One line of ps on macOS. */
export interface PsRow {
  readonly pid: number;
  readonly parent: number;
  /** Effective user id, as text. */
  readonly owner: string;
  /** Seconds since 1970, as text: what ps tells of the start. */
  readonly startTime: string;
  /** In memory, in bytes, pages shared with others included. */
  readonly resident: number;
  /** It has ended, and waits for its parent to ask after it. */
  readonly gone: boolean;
}

/** With what it was started as; ps knows no more of a program than its first argument. */
export interface PsProgram extends PsRow {
  /** The first argument, or `(name)` where the kernel shows none; `<defunct>` is gone. */
  readonly first: string;
  /** All arguments, joined by spaces; undefined where none were seen. */
  readonly args: string | undefined;
  /** The kernel shows no arguments: `first` is what it calls the process, in brackets. */
  readonly silent: boolean;
}

/** The columns of all rows, each in an option of its own, so that no header is printed. */
export const PS_COLUMNS: readonly string[] = ['pid', 'ppid', 'uid', 'rss', 'state', 'lstart'];

/**
 * The columns of the two lists that `joinPrograms` puts together. `ps` cuts `comm` to 16 bytes and `args`
 * to 64 unless the column is the last one, also with `-ww` (Apple's adv_cmds 138 to 237, keyword.c and print.c).
 */
export const PS_PROGRAMS: readonly string[] = [...PS_COLUMNS, 'comm'];
export const PS_ARGUMENTS: readonly string[] = ['pid', 'lstart', 'args'];

/** In UTC and the C locale `lstart` stands in 28 places, and a space follows each column. */
const STARTED = String.raw`(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})(?: {5}(.*)| *)$`;
const ROW = new RegExp(String.raw`^ *(\d+) +(\d+) +(-?\d+) +(\d+) +(\S+) +${STARTED}`, 's');
const ARGUMENTS = new RegExp(String.raw`^ *(\d+) +${STARTED}`, 's');

/** All processes of these lines; a line that is none makes the whole answer unknown. */
export function parseRows(text: string): Known<readonly PsRow[]> {
  const rows: PsRow[] = [];
  for (const line of linesOf(text)) {
    const found = rowOf(line);
    if (!found) return noLine(line);
    rows.push(found.row);
  }
  return known(rows);
}

/**
 * Both lists as one: `programs` by `PS_PROGRAMS`, `args` by `PS_ARGUMENTS`, joined by pid and start time.
 * Arguments count only where they begin with the program, because the two are of two moments.
 */
export function joinPrograms(programs: string, args: string): Known<readonly PsProgram[]> {
  const lines = argumentsOf(args);
  if (!lines.known) return lines;
  const found: PsProgram[] = [];
  for (const line of linesOf(programs)) {
    const one = rowOf(line);
    if (one?.rest === undefined) return noLine(line);
    const { row, rest } = one;
    found.push({ ...row, ...programOf(rest, lines.value.get(key(row.pid, row.startTime))) });
  }
  return known(found);
}

function argumentsOf(text: string): Known<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, pid, started, rest] = ARGUMENTS.exec(line) ?? [];
    const startTime = startTimeOf(started);
    if (pid === undefined || rest === undefined || startTime === undefined) return noLine(line);
    found.set(key(Number(pid), startTime), rest);
  }
  return known(found);
}

const key = (pid: number, startTime: string): string => `${pid} ${startTime}`;

function programOf(
  first: string,
  args: string | undefined,
): Pick<PsProgram, 'first' | 'args' | 'silent'> {
  const fits = args !== undefined && (args === first || args.startsWith(`${first} `));
  const silent = SILENT.test(first) && (!fits || args === first);
  return { first: unvis(first), args: fits && !silent ? unvis(args) : undefined, silent };
}

/** No line feed ends a name: ps writes it as `\012`. */
const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);

function rowOf(
  line: string,
): { readonly row: PsRow; readonly rest: string | undefined } | undefined {
  const [, pid, parent, owner, rss, state, started, rest] = ROW.exec(line) ?? [];
  if (pid === undefined || owner === undefined || state === undefined) return undefined;
  const startTime = startTimeOf(started);
  if (startTime === undefined) return undefined;
  const row = {
    pid: Number(pid),
    parent: Number(parent),
    owner,
    startTime,
    resident: Number(rss) * 1_024,
    gone: state.startsWith('Z'),
  };
  return { row, rest };
}

/** Seconds since 1970, as text. */
function startTimeOf(started: string | undefined): string | undefined {
  const ms = Date.parse(`${started} UTC`);
  return Number.isFinite(ms) ? String(ms / 1_000) : undefined;
}

/** What the kernel calls it stands in brackets where it shows no arguments. */
const SILENT = /^(\(.{1,64}\)|<defunct>)$/s;

const noLine = (line: string): Known<never> =>
  unknown('failed', `ps: no line of it: ${line.slice(0, 80)}`);
