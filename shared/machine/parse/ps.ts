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
  /** All arguments, joined by spaces; undefined where the kernel shows none. */
  readonly args: string | undefined;
}

/** The columns of both, each in an option of its own, so that no header is printed. */
export const PS_COLUMNS: readonly string[] = ['pid', 'ppid', 'uid', 'rss', 'state', 'lstart'];

/** `lstart` in UTC and the C locale stands in 28 places, and a space follows each column. */
const ROW =
  /^ *(\d+) +(\d+) +(-?\d+) +(\d+) +(\S+) +(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})(?: {5}(.*)| *)$/s;

/** Narrower a column of names never is (adv_cmds, keyword.c). */
const NARROWEST = 16;

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
 * The same with the two last columns, `comm` and `args`. The first is as wide as its longest name and
 * the second begins with that name once more: that tells where names with spaces end.
 */
export function parsePrograms(text: string): Known<readonly PsProgram[]> {
  const found: { readonly row: PsRow; readonly rest: string }[] = [];
  // Columns are as wide as their bytes, not as their letters.
  for (const line of linesOf(Buffer.from(text).toString('latin1'))) {
    const one = rowOf(line);
    if (one?.rest === undefined) return noLine(line);
    found.push({ row: one.row, rest: one.rest });
  }
  const width = widthOf(found.map(({ rest }) => rest));
  if (width === undefined && found.length > 0)
    return unknown('failed', 'ps: it cannot be told where the names end');
  return known(found.map(({ row, rest }) => ({ ...row, ...programOf(rest, width ?? 0) })));
}

/** No line feed ends a name: ps writes it as `\012`. */
const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);

function rowOf(
  line: string,
): { readonly row: PsRow; readonly rest: string | undefined } | undefined {
  const [, pid, parent, owner, rss, state, started, rest] = ROW.exec(line) ?? [];
  if (pid === undefined || owner === undefined || state === undefined) return undefined;
  const ms = Date.parse(`${started} UTC`);
  if (!Number.isFinite(ms)) return undefined;
  const row = {
    pid: Number(pid),
    parent: Number(parent),
    owner,
    startTime: String(ms / 1_000),
    resident: Number(rss) * 1_024,
    gone: state.startsWith('Z'),
  };
  return { row, rest };
}

/** The one width of the first column that fits every line; undefined where none or several do. */
function widthOf(rests: readonly string[]): number | undefined {
  const shortest = Math.min(...rests.map((rest) => rest.length));
  let fits: number | undefined;
  for (let width = NARROWEST; width < shortest; width++) {
    if (!rests.every((rest) => isSplit(rest, width))) continue;
    if (fits !== undefined) return undefined;
    fits = width;
  }
  return fits;
}

function isSplit(rest: string, width: number): boolean {
  if (rest[width] !== ' ') return false;
  const name = trimmed(rest.slice(0, width));
  const end = width + 1 + name.length;
  // It may end between the reading of one column and of the next.
  if (SILENT.test(rest.slice(width + 1))) return true;
  return rest.startsWith(name, width + 1) && (end === rest.length || rest[end] === ' ');
}

function programOf(rest: string, width: number): Pick<PsProgram, 'first' | 'args'> {
  const text = (bytes: string): string => unvis(Buffer.from(bytes, 'latin1').toString('utf8'));
  const first = text(trimmed(rest.slice(0, width)));
  const args = text(rest.slice(width + 1));
  return { first, args: SILENT.test(args) ? undefined : args };
}

/** What the kernel calls it stands in brackets where it shows no arguments. */
const SILENT = /^(\(.{1,64}\)|<defunct>)$/s;

const noLine = (line: string): Known<never> =>
  unknown('failed', `ps: no line of it: ${line.slice(0, 80)}`);

/** Of spaces alone: the last byte of a letter may be another white space to JavaScript. */
const trimmed = (column: string): string => column.replace(/ +$/, '');
