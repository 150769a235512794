import { lstatSync } from 'node:fs';
import { isRunning } from '../machine/linux/processes.ts';
import { clear, processesOf, type Traces } from './clear.ts';
import { PracticeFault } from './fault.ts';
import { homeAt, homeNamedBy } from './home.ts';
import { clientFile, inTheWay } from './notes.ts';
import { readPractice } from './state.ts';
import { tracesOf } from './stop.ts';

/**
 * One client to practise on at a time: refuses while anything of the last one runs, and removes what it
 * left once it has gone (its stage, its ghost icon, its files). Refuses as well where the user himself
 * wrote a client file of this name.
 */
export async function makeRoom(
  stateFolder: string,
  configFolder: string,
  programs: readonly string[],
): Promise<void> {
  const there = await readPractice(stateFolder);
  if (there) {
    const starter =
      there.phase === 'starting' && isRunning(there.starter) ? [there.starter.pid] : [];
    await clearLeft(tracesOf(there, stateFolder, configFolder), there.temper, starter);
  }
  const file = clientFile(configFolder);
  if (!lstatSync(file, { throwIfNoEntry: false })) return;
  // Of a client whose state is elsewhere, or was lost.
  const home = homeNamedBy(file);
  if (home === undefined) throw inTheWay(file);
  await clearLeft({ home, programs, files: [file] }, file);
}

async function clearLeft(
  traces: Traces,
  name: string,
  starter: readonly number[] = [],
): Promise<void> {
  const { rootScript, helperScript } = homeAt(traces.home);
  const running = processesOf(traces).filter(
    ({ args }) =>
      args.known && args.value.some((arg) => arg === rootScript || arg === helperScript),
  );
  const pids = [...running.map(({ pid }) => pid), ...starter];
  if (pids.length > 0) throw new PracticeFault('already-running', `${name}: ${pids.join(', ')}`);
  await clear(traces);
}
