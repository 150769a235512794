import path from 'node:path';
import { openStore } from '../../shared/store/store.ts';
import { settlePlace } from '../../shared/store/settle-place.ts';
import { withRuntimeFolder } from '../../shared/machine/linux/session.ts';
import { thisEnvironment } from '../../shared/machine/environment.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import type { DeckDependencies } from './deck.ts';
import type { Host } from './host.ts';
import { MORE_CLIENTS } from './more-clients.ts';

/** Undefined also for a relative path: nobody knows what it is relative to. */
const moreClients = (): string | undefined => {
  const folder = thisEnvironment[MORE_CLIENTS];
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
};

/** This computer and everything on it that the keys need; `worker` is the built file of the workers. */
export function thisComputer(
  host: Host,
  given: { readonly language: string; readonly cancelled: AbortSignal; readonly worker: string },
): DeckDependencies {
  const machine = nativeMachine(withRuntimeFolder(thisEnvironment), given.worker);
  return {
    ...given,
    host,
    machine,
    store: openStore({
      places: machine.places,
      clientsFolder: moreClients(),
      distrusts: machine.distrusts,
    }),
    settle: async (say, client, place) => {
      const settling = say === 'is' ? { say, client } : { say };
      const came = await settlePlace(machine.places, place, settling);
      if (!came.done) host.log(`${place} cannot be settled: ${came.why}`);
    },
  };
}
