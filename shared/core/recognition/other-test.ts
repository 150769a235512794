import type { Client } from '../client.ts';
import type { Process } from '../model.ts';
import { placesOf } from './names-of.ts';
import { programOf } from './program.ts';
import { relativeTest } from './relatives.ts';

/** Whether a program is certainly not a client, whatever it shows: a relative, or a denied place. */
export function otherTest(
  clients: readonly Client[],
): (client: Client) => (process: Process) => boolean {
  const isRelative = relativeTest(clients);
  return ({ settled }) => {
    const denied = new Set(settled?.isNot);
    return (process) => {
      const program = programOf(process);
      return (
        (program !== undefined && isRelative(program.path)) ||
        placesOf(process).some((place) => denied.has(place))
      );
    };
  };
}
