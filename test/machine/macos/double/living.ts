import { vi } from 'vitest';
import type { Machine } from '../../../../shared/machine/machine.ts';
import type { MacosOptions } from '../../../../shared/machine/macos/macos.ts';
import { toldMachine, type World } from './world.ts';

/** A Mac of one value whose processes leave when they are asked or ended, and who of them was touched. */
export interface Living {
  readonly machine: Machine;
  readonly touched: ReadonlySet<number>;
  readonly world: () => World;
}

/** Those that the world calls deaf leave at SIGKILL alone. Signals are stood in for: nothing on this computer gets one. */
export function living(given: World, more: Partial<MacosOptions> = {}): Living {
  let world = given;
  const touched = new Set<number>();
  const leave = (pid: number): void => {
    world = { ...world, processes: world.processes.filter((one) => one.pid !== pid) };
  };
  const asked = ({ pid }: { readonly pid: number }): boolean => {
    if (world.refuses) return false;
    touched.add(pid);
    if (!world.deaf?.includes(pid)) leave(pid);
    return true;
  };
  const hide = ({ pid }: { readonly pid: number }): boolean => {
    touched.add(pid);
    world = {
      ...world,
      processes: world.processes.map((one) =>
        one.pid === pid ? { ...one, app: { ...one.app, hidden: true } } : one,
      ),
      windows:
        world.windows?.map((one) => (one.pid === pid ? { ...one, visible: false } : one)) ?? [],
    };
    return !world.hideSaysNo;
  };
  const kill = process.kill.bind(process);
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (pid === process.pid) return kill(pid, signal);
    if (!world.processes.some((one) => one.pid === pid))
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
    if (signal === 'SIGKILL') {
      touched.add(pid);
      leave(pid);
    } else if (signal !== 0) asked({ pid });
    return true;
  });
  const machine = toldMachine(() => ({ ...world, terminate: asked, hide }), [], more);
  return { machine, touched, world: () => world };
}

/** The same for requests of which nothing is kept, and that wait for nothing. */
export function quickLiving(world: World, more: Partial<MacosOptions> = {}): Living {
  const all = living(world, more);
  const machine: Machine = {
    ...all.machine,
    clock: { ...all.machine.clock, sleep: () => Promise.resolve() },
  };
  return { ...all, machine };
}
