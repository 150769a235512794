import type { Client } from '../../../shared/core/client.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import type { Observation } from '../../../shared/core/model.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import { snapshotOf } from '../../observe.ts';

/** What this computer shows of one client, told with `home` as the home folder. */
export async function seen(
  id: string,
  clients: readonly Client[],
  home: string,
): Promise<Observation> {
  const uid = process.getuid?.() ?? 0;
  const machine = linuxMachine({ env: { HOME: home }, home, uid, now: Date.now });
  const sighting = await snapshotOf(machine, clients, { trayIcons: false, windows: false });
  const found = recognizer(clients, 'linux', machine.places)(sighting).get(id);
  if (!found) throw new Error('not looked at');
  return found;
}

export const pids = ({ processes }: Observation): readonly number[] =>
  processes.known ? processes.value.map(({ pid }) => pid) : [];
