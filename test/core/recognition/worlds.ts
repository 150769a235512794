import { clients as CATALOGUE } from '../../../shared/clients/index.ts';
import type { Client } from '../../../shared/core/client.ts';
import { recognizer, type Recognizer } from '../../../shared/core/identify.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Doubt, Observation, Process, TrayIcon } from '../../../shared/core/model.ts';
import { lastPart } from '../../../shared/core/paths.ts';
import { SIMULATED_PLACES } from '../../../shared/machine/simulated/simulated.ts';

export const HOME = SIMULATED_PLACES.home;

/** A process of ours; its name is cut as Linux cuts it. */
export const at = (exe: string, more: Partial<Process> = {}): Process => ({
  pid: 100,
  parent: 1,
  startTime: '1',
  owner: 'me',
  name: lastPart(exe).slice(0, 15),
  exe: known(exe),
  args: known([exe]),
  ...more,
});

/** One that hides its program, and calls itself `name`. */
export const hidden = (name: string, args: readonly string[] = [name]): Process => ({
  ...at(`/x/${name}`),
  exe: unknown('denied', 'EACCES'),
  args: known(args),
});

const made = new WeakMap<readonly Client[], Recognizer>();

/** Compiling a catalogue takes longer than using it. */
function compiled(clients: readonly Client[]): Recognizer {
  const found = made.get(clients) ?? recognizer(clients, 'linux', SIMULATED_PLACES);
  made.set(clients, found);
  return found;
}

/** What is seen of a client among these processes and icons. */
export function seenOf(
  id: string,
  processes: readonly Process[],
  clients: readonly Client[] = CATALOGUE,
  icons: readonly TrayIcon[] = [],
): Observation {
  const found = compiled(clients)({
    me: 'me',
    processes: known(processes),
    trayIcons: known(icons),
    windows: known([]),
  }).get(id);
  if (!found) throw new Error(`no such client: ${id}`);
  return found;
}

/** `certain`, or the level of the only doubt, or `other`. */
export function levelOf(id: string, process: Process, clients?: readonly Client[]): string {
  const seen = seenOf(id, [process], clients);
  if (!seen.processes.known) return 'blind';
  if (seen.processes.value.length > 0) return 'certain';
  return seen.doubts[0]?.level ?? 'other';
}

export const doubtsOf = (id: string, ...processes: readonly Process[]): readonly Doubt[] =>
  seenOf(id, processes).doubts;
