import type { Choice } from '../src/messages.ts';
import type { Word } from '../src/words.ts';

/** One heading of the list of clients, with what stands below it. */
export interface Group {
  readonly word: Word;
  readonly clients: readonly Choice[];
}

export const isRunning = (client: Choice): boolean =>
  client.presence === 'running' || client.presence === 'in-tray';

/** The clients sorted for choosing: those that run, those that lie here, the others. */
export function groups(clients: readonly Choice[]): readonly Group[] {
  const resting = clients.filter((client) => !isRunning(client));
  const all: readonly Group[] = [
    { word: 'inspector.group-running', clients: clients.filter(isRunning) },
    { word: 'inspector.group-installed', clients: resting.filter((one) => one.installed) },
    { word: 'inspector.group-others', clients: resting.filter((one) => !one.installed) },
  ];
  return all.filter((group) => group.clients.length > 0);
}

/** What a key for this client speaks of now: the client, or for `any` those that are here. */
export function chosen(clients: readonly Choice[], client: string): readonly Choice[] {
  if (client !== 'any') return clients.filter((one) => one.id === client);
  return clients.filter(({ presence }) => ['running', 'in-tray', 'residue'].includes(presence));
}
