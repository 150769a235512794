import { editionsOn, type Client } from '../../../core/client.ts';
import type { ClientProcess, Observation } from '../../../core/model.ts';
import type { Press } from './deeds.ts';

/** The clients of the last look, with what was seen of each. */
export interface Seen {
  readonly clients: readonly Client[];
  readonly observations: ReadonlyMap<string, Observation>;
}

/** Whose icon has this name, with the processes that its menu must belong to. */
export const pressByIcon = (seen: Seen, id: string): Omit<Press, 'labels'> | undefined =>
  press(seen, ({ ids }) => ids.includes(id));

/** The client of this root, by its own words; undefined for a helper, and where there are several roots. */
export const pressByRoot = (seen: Seen, root: ClientProcess): Press | undefined =>
  press(seen, ({ processes }) => root.role === 'root' && processes.some((p) => p.pid === root.pid));

interface Candidate {
  readonly ids: readonly string[];
  readonly processes: readonly ClientProcess[];
}

function press(
  { clients, observations }: Seen,
  fits: (candidate: Candidate) => boolean,
): Press | undefined {
  const found = clients.flatMap((client): readonly Press[] => {
    const seen = observations.get(client.id)?.processes;
    const processes = seen?.known ? seen.value : [];
    const trays = editionsOn(client, 'windows').map(({ tray }) => tray);
    const names = [...new Set(trays.flatMap(({ ids }) => ids))];
    const labels = [...new Set(trays.flatMap(({ quitLabels }) => quitLabels))];
    // Icons of several roots look alike, and so do their menus.
    const isOne = processes.filter(({ role }) => role === 'root').length === 1;
    return isOne && names.length > 0 && fits({ ids: names, processes })
      ? [{ names, labels, processes }]
      : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
