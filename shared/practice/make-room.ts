import { readStat } from '../machine/linux/processes.ts';
import { clear, processesOf } from './clear.ts';
import { PracticeFault } from './fault.ts';
import { homeAt } from './home.ts';
import { readPractice, type Running } from './state.ts';
import { tracesOf } from './stop.ts';

/**
 * One client to practise on at a time: refuses while anything of the last one runs, and removes what it
 * left once it has gone (its stage, its ghost icon, its files).
 */
export async function makeRoom(stateFolder: string, configFolder: string): Promise<void> {
  const there = await readPractice(stateFolder);
  if (!there) return;
  const traces = tracesOf(there, stateFolder, configFolder);
  const { rootScript, helperScript } = homeAt(there.home);
  const running = processesOf(traces).filter(
    ({ args }) =>
      args.known && args.value.some((arg) => arg === rootScript || arg === helperScript),
  );
  const pids = running.map(({ pid }) => pid);
  if (there.phase === 'starting' && isThere(there.starter)) pids.push(there.starter.pid);
  if (pids.length > 0)
    throw new PracticeFault('already-running', `${there.temper}: ${pids.join(', ')}`);
  await clear(traces);
}

const isThere = ({ pid, startTime }: Running): boolean => readStat(pid)?.startTime === startTime;
