import { reachableAddress, sessionAddress } from '../machine/linux/tray/address.ts';
import { connect } from '../machine/linux/tray/connection.ts';
import { ownerOf } from '../machine/linux/tray/daemon.ts';
import type { Environment } from '../machine/linux/places.ts';

/** The session bus of this environment, if a panel on it shows icons. */
export async function busWithPanel(env: Environment): Promise<string | undefined> {
  const address = sessionAddress(env);
  const reachable = address === undefined ? undefined : reachableAddress(address);
  if (!reachable?.known) return undefined;
  try {
    const bus = await connect(reachable.value);
    try {
      await ownerOf(bus, 'org.kde.StatusNotifierWatcher');
      return reachable.value;
    } finally {
      bus.close();
    }
  } catch {
    return undefined; // No bus behind the address, or nobody who shows icons: a private one will do.
  }
}
