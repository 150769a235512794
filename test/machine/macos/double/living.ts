import { vi } from 'vitest';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { toldMachine, type Told, type World } from './world.ts';

/** A Mac of one value whose processes leave when they are asked or ended, and who of them was touched. */
export interface Living {
  readonly machine: Machine;
  readonly touched: ReadonlySet<number>;
  readonly processes: () => readonly Told[];
}

/** `deaf` leave at no request, only at SIGKILL. Signals are stood in for: nothing on this computer gets one. */
export function living(world: World, deaf: readonly number[]): Living {
  let { processes } = world;
  const touched = new Set<number>();
  const leave = (pid: number): void => {
    processes = processes.filter((one) => one.pid !== pid);
  };
  const asked = ({ pid }: { readonly pid: number }): boolean => {
    touched.add(pid);
    if (!deaf.includes(pid)) leave(pid);
    return true;
  };
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (!processes.some((one) => one.pid === pid))
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
    if (signal === 'SIGKILL') {
      touched.add(pid);
      leave(pid);
    } else if (signal !== 0) asked({ pid });
    return true;
  });
  const hide = ({ pid }: { readonly pid: number }): boolean => touched.add(pid).has(pid);
  const machine = toldMachine(() => ({ ...world, processes, terminate: asked, hide }));
  const quick: Machine = {
    ...machine,
    sleep: () => Promise.resolve(),
    claim: () => Promise.resolve({ granted: true, release: () => Promise.resolve() }),
  };
  return { machine: quick, touched, processes: () => processes };
}
