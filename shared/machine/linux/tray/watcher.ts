import type { Connection } from './connection.ts';
import { ownerOf } from './daemon.ts';

/** Whether a panel collects icons on this bus; without one, none is shown. */
export async function hasWatcher(bus: Connection): Promise<boolean> {
  try {
    await ownerOf(bus, 'org.kde.StatusNotifierWatcher');
    return true;
  } catch {
    return false;
  }
}
