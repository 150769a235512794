import { readFileSync, rmSync } from 'node:fs';
import type { Process } from '../core/model.ts';
import { listProcesses, readStat } from '../machine/linux/processes.ts';
import { signal } from '../machine/linux/signal.ts';
import { homeAt, isOurHome } from './home.ts';

/** All that a practice client leaves on a computer, also one whose start was interrupted. */
export interface Traces {
  readonly home: string;
  /** Absolute paths of node, setsid and dbus-daemon. */
  readonly programs: readonly string[];
  /** Files elsewhere that are removed while they name this home. */
  readonly files: readonly string[];
}

/** A process between fork and exec shows itself only a little later. */
const LATE_MS = 25;
const SOON_MS = 5;
const GONE_MS = 5_000;

/** The processes of this home: one of our programs, with one of our scripts or our bus as argument. */
export function processesOf({ home, programs }: Traces): readonly Process[] {
  const at = homeAt(home);
  const marks = [at.rootScript, at.helperScript, at.stageScript, `--address=${at.bus}`];
  const all = listProcesses((exe) => programs.includes(exe));
  if (!all.known)
    throw new Error(`the processes cannot be seen: ${all.why.detail ?? all.why.code}`);
  const me = String(process.getuid?.());
  return all.value.filter(
    ({ exe, args, owner }) =>
      owner === me &&
      exe.known &&
      programs.includes(exe.value) &&
      args.known &&
      args.value.some((arg) => marks.includes(arg)),
  );
}

/**
 * Ends every process of this home at once, roots first so that nobody starts a helper again, then removes
 * its folder and files. Answers how many it ended. There is nothing to lose: it is all made up.
 */
export async function clear(traces: Traces): Promise<number> {
  const { rootScript } = homeAt(traces.home);
  const ended = new Map<string, Process>();
  const giveUp = performance.now() + GONE_MS;
  for (let empty = 0; empty < 2;) {
    const found = processesOf(traces).filter(({ pid }) => pid !== process.pid);
    const left = [...found, ...[...ended.values()].filter(isThere)];
    if (left.length > 0 && performance.now() > giveUp)
      throw new Error(`still there after SIGKILL: ${left.map(({ pid }) => pid).join(', ')}`);
    const isRoot = (one: Process): boolean => one.args.known && one.args.value.includes(rootScript);
    for (const one of [...found.filter(isRoot), ...found.filter((other) => !isRoot(other))]) {
      const sent = signal(one, 'SIGKILL');
      // `already`: gone, or it called exec in this moment, and the next round finds it.
      if (sent.delivered && sent.detail !== 'already')
        ended.set(`${one.pid} ${one.startTime}`, one);
    }
    empty = left.length === 0 ? empty + 1 : 0;
    await sleep(empty === 0 ? SOON_MS : LATE_MS);
  }
  if (isOurHome(traces.home))
    rmSync(traces.home, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  for (const file of traces.files) if (names(file, traces.home)) rmSync(file, { force: true });
  return ended.size;
}

/** By reading stat and not by pidfd, because the stage has nothing native. */
const isThere = (one: Process): boolean => readStat(one.pid)?.startTime === one.startTime;

/** A later client may have put its own file there. */
function names(file: string, home: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes(home);
  } catch {
    return false;
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
