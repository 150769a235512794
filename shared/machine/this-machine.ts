import { here, thisEnvironment } from './here.ts';
import type { Environment } from './linux/places.ts';
import { linuxMachine } from './linux/linux.ts';
import type { Machine } from './machine.ts';
import { machineWithoutAddons } from './without-addons.ts';

/**
 * The machine of the computer that this program runs on. `worker` is the built file of
 * `files/worker.ts`, where there is one.
 */
export function thisMachine(env: Environment = thisEnvironment, worker?: string): Machine {
  const at = here(env);
  return at.platform === 'linux' ? linuxMachine({ ...at, worker }) : machineWithoutAddons(at);
}
