import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { homeAt } from '../home.ts';
import { NATURES } from '../behaviour.ts';
import { toArgs, type Orders } from './orders.ts';

export interface Helpers {
  readonly pids: readonly number[];
  /** From now on whoever leaves is not replaced. */
  letGo(): void;
}

/** Starts the helpers as plain children and waits until each says it is there. */
export async function startHelpers({ home, temper, helpers = 3 }: Orders): Promise<Helpers> {
  const { respawnsAfter } = NATURES[temper].root;
  let leaving = false;
  const start = async (first: boolean): Promise<number> => {
    const args = toArgs({ role: 'helper', home, temper, first });
    const child = spawn(process.execPath, [homeAt(home).helperScript, ...args], {
      cwd: '/',
      env: {},
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.on('error', () => {}); // It has gone; `exit` says so.
    child.once('exit', () => {
      if (respawnsAfter === undefined) return;
      setTimeout(() => {
        // Nobody waits for a new one, and a root may lose its helpers.
        if (!leaving) void start(first).catch(() => undefined);
      }, respawnsAfter);
    });
    await once(child.stdout, 'data');
    return child.pid ?? 0;
  };
  const pids = await Promise.all(Array.from({ length: helpers }, (_, i) => start(i === 0)));
  return {
    pids,
    letGo: () => {
      leaving = true;
    },
  };
}
