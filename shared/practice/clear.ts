import { rmSync } from 'node:fs';
import type { Process } from '../core/model.ts';
import { isRunning, listProcesses } from '../machine/linux/processes.ts';
import { signal } from '../machine/linux/signal.ts';
import { homeAt, homeNamedBy, isOurHome } from './home.ts';

/** All that a practice client leaves on a computer, also one whose start was interrupted. */
export interface Traces {
  readonly home: string;
  /** Absolute paths of node, setsid and dbus-daemon. */
  readonly programs: readonly string[];
  /** Our notes elsewhere, each removed only while it names this home: another may stand there now. */
  readonly files: readonly string[];
}

/** A process between fork and exec shows itself only a little later. */
const LATE_MS = 25;
const SOON_MS = 5;
/** Who still shows no arguments after this time has none. */
const NASCENT_MS = 2_000;
/** SIGKILL waits for nobody, but a busy computer may take its time to carry it out. */
const GONE_MS = 30_000;

/** Our own processes of these programs. */
function ownOf({ programs }: Traces): readonly Process[] {
  const all = listProcesses((exe) => programs.includes(exe));
  if (!all.known)
    throw new Error(`the processes cannot be seen: ${all.why.detail ?? all.why.code}`);
  const me = String(process.getuid?.());
  return all.value.filter(
    ({ exe, owner }) => owner === me && exe.known && programs.includes(exe.value),
  );
}

function isOf(home: string): (one: Process) => boolean {
  const at = homeAt(home);
  const marks = [at.rootScript, at.helperScript, at.stageScript, `--address=${at.bus}`];
  return ({ args }) => args.known && args.value.some((arg) => marks.includes(arg));
}

/** The processes of this home: one of our programs, with one of our scripts or our bus as argument. */
export const processesOf = (traces: Traces): readonly Process[] =>
  ownOf(traces).filter(isOf(traces.home));

/** In the middle of exec a program shows no arguments yet, on a busy computer for a while. */
const isNascent = ({ args }: Process): boolean => args.known && args.value.join('') === '';

/**
 * Ends every process of this home at once, roots first so that nobody starts a helper again, then removes
 * its folder and files. Answers how many it ended. There is nothing to lose: it is all made up.
 */
export async function clear(traces: Traces): Promise<number> {
  const { rootScript } = homeAt(traces.home);
  const ended = new Map<string, Process>();
  // Helpers can follow their root before their own signal comes: they are ended all the same.
  const seen = new Set<string>();
  const giveUp = performance.now() + GONE_MS;
  const nascentUntil = performance.now() + NASCENT_MS;
  for (let empty = 0; empty < 2;) {
    const own = ownOf(traces).filter(({ pid }) => pid !== process.pid);
    const found = own.filter(isOf(traces.home));
    const unborn = performance.now() < nascentUntil && own.some(isNascent);
    const left = [...found, ...[...ended.values()].filter(isRunning)];
    if (left.length > 0 && performance.now() > giveUp)
      throw new Error(`still there after SIGKILL: ${left.map(({ pid }) => pid).join(', ')}`);
    const isRoot = (one: Process): boolean => one.args.known && one.args.value.includes(rootScript);
    for (const one of found) seen.add(`${one.pid} ${one.startTime}`);
    for (const one of [...found.filter(isRoot), ...found.filter((other) => !isRoot(other))]) {
      const sent = signal(one, 'SIGKILL');
      // `already`: gone, or it called exec in this moment, and the next round finds it.
      if (sent.state === 'delivered') ended.set(`${one.pid} ${one.startTime}`, one);
    }
    empty = left.length === 0 && !unborn ? empty + 1 : 0;
    await sleep(empty === 0 ? SOON_MS : LATE_MS);
  }
  if (isOurHome(traces.home))
    rmSync(traces.home, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  for (const file of traces.files)
    if (homeNamedBy(file) === traces.home) rmSync(file, { force: true });
  return seen.size;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
