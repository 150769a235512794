import { useEffect, useState } from 'react';
import type { ClientSnapshot, WatchState } from '@shared/engine/engine.ts';
import type { Computer } from '../requests/computer.ts';
import { faultOf, type Fault } from '../requests/fault.ts';
import { rememberPrograms } from '../requests/programs-seen.ts';
import { clientCalled, resolveClients } from '../requests/resolve-clients.ts';
import { reportFault } from '../show/with-toast.ts';

export interface Chosen {
  /** Undefined until it is known who is meant. */
  readonly client: string | undefined;
  readonly choose: (client: string) => void;
  /** What it was doing at the last look. */
  readonly snapshot: ClientSnapshot | undefined;
  /** Why nobody was chosen: who was named is not known. */
  readonly fault: Fault | undefined;
}

/** The one client of a view: named, or the first that is there, or the first of the catalogue. */
export function useChosen(computer: Computer | undefined, name: string, turn: number): Chosen {
  const [client, choose] = useState<string>();
  const [seen, setSeen] = useState<WatchState['snapshots']>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    if (!computer) return undefined;
    let isWanted = true;
    first(computer, name).then(
      (id) => isWanted && choose((before) => before ?? id),
      (error: unknown) => isWanted && setFault(faultOf(error, 'Choosing the Client')),
    );
    return () => {
      isWanted = false;
    };
  }, [computer, name]);
  useEffect(() => {
    if (!computer) return undefined;
    const monitor = computer.engine.watch({
      onChange: () => {
        rememberPrograms(computer, [...(monitor.state.snapshots?.values() ?? [])]);
        setSeen(monitor.state.snapshots);
      },
      onFault: (_what, error) => void reportFault(error, 'Looking'),
    });
    void monitor.look();
    return () => monitor.close();
  }, [computer, turn]);
  return { client, choose, snapshot: client === undefined ? undefined : seen?.get(client), fault };
}

/** A name that is not understood is nobody; where nobody can look, a person can still choose. */
async function first(computer: Computer, name: string): Promise<string | undefined> {
  if (name.trim()) return clientCalled(computer, name).id;
  const { ids } = await resolveClients(computer, name).catch(() => ({ ids: [] }));
  return ids[0] ?? computer.clients[0]?.id;
}
