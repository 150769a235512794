import { fstatSync, statSync, writeSync } from 'node:fs';
import process from 'node:process';
import type { Invocation } from './invocation.ts';
import { ours } from './print/paint.ts';
import { COLUMNS, faultText, PLAIN, speaking, type Screen } from './print/screen.ts';

/** Standard output (POSIX). */
const OUT = 1;
/** Standard error (POSIX). */
const ERROR = 2;
const RETRY_MS = 2;
/** Windows has no such file. */
const QUIET = { throwIfNoEntry: false } as const;

/**
 * This terminal, or the file or pipe in its place. `onLost` hears when nobody can be told any more. A
 * file or pipe is written to directly: Node's own stream for it costs a tenth of the whole start.
 */
export async function terminal(
  env: Readonly<Record<string, string | undefined>>,
  onLost: (error: NodeJS.ErrnoException) => void,
  invocation?: Invocation,
): Promise<Screen> {
  const isTerminal = isDevice(OUT) && process.stdout.isTTY;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  if (isTerminal) process.stdout.on('error', onLost);
  return {
    ...speaking(
      (line) => {
        if (isTerminal) process.stdout.write(`${line}\n`);
        else writeAll(Buffer.from(`${line}\n`), onLost);
      },
      columnsIn(env, isTerminal),
      invocation,
    ),
    isTerminal: isTerminal && canRedraw(env),
    ...errorColumnsIn(env),
    alarm: (line) => void process.stderr.write(`${faultText(line, errorColumnsIn(env))}\n`),
    canAsk: isTerminal && process.stdin.isTTY,
    // The console of Linux has few signs, and a locale that names another encoding means it.
    unicode: env['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale)),
    paint: isTerminal ? await colours() : PLAIN,
  };
}

/** A terminal without a cursor to move says so; a person with a screen reader sets ACCESSIBLE. */
const canRedraw = ({ TERM, ACCESSIBLE }: Readonly<Record<string, string | undefined>>): boolean =>
  TERM !== 'dumb' && (ACCESSIBLE ?? '') === '';

/** Nobody reads columns that are narrower, in cells. */
const NARROW = 40;

/** The cells of the terminal, or what COLUMNS says; undefined where neither is known. */
function columnsIn(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): number | undefined {
  const said = Number(env['COLUMNS']);
  const columns = (isTerminal ? process.stdout.columns : 0) || (Number.isInteger(said) ? said : 0);
  return columns > 0 ? Math.max(columns, NARROW) : undefined;
}

/** A pipe for errors is read by programs: its lines are not broken, unless COLUMNS asks for it. */
function errorColumnsIn(
  env: Readonly<Record<string, string | undefined>>,
): Pick<Screen, 'errorColumns'> {
  if (env['COLUMNS'] === undefined && !isDevice(ERROR)) return {};
  const columns = columnsIn(env, false) ?? (process.stderr.columns || COLUMNS);
  return { errorColumns: Math.max(columns, NARROW) };
}

/** A device that is not the null device; asking Node's own stream would load it. */
function isDevice(fd: number): boolean {
  try {
    const out = fstatSync(fd);
    return out.isCharacterDevice() && out.rdev !== statSync('/dev/null', QUIET)?.rdev;
  } catch {
    return false; // Closed: writing will say so.
  }
}

function writeAll(bytes: Buffer, onLost: (error: NodeJS.ErrnoException) => void): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(OUT, bytes, at);
    } catch (error) {
      const fault = error as NodeJS.ErrnoException;
      if (fault.code !== 'EAGAIN') return onLost(fault);
      // A pipe that does not wait for its reader: we do.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** The library minds NO_COLOR, FORCE_COLOR and what the terminal can. */
async function colours(): Promise<Screen['paint']> {
  const { green, blue, yellow, red, magenta, gray, bold } = await import('yoctocolors');
  return {
    ...{ green: ours(green), blue: ours(blue), yellow: ours(yellow), red: ours(red) },
    ...{ magenta: ours(magenta), gray: ours(gray), bold: ours(bold) },
  };
}
