import type { Known } from '../../core/known.ts';
import type { Disk } from '../files/disk.ts';
import { fromBin } from './bin-note.ts';
import { movedDocuments } from './documents.ts';
import type { Api } from './native/api.ts';
import { readRegistry } from './native/registry.ts';
import { fileUser } from './native/file-users.ts';
import { recycle } from './native/trash.ts';

/**
 * The disk of Windows. A file that is open is mostly kept from being removed or moved (EBUSY), which is told; who
 * opened one that may be removed all the same, the Restart Manager says. Volumes that are mounted in a folder are
 * reparse points, which show as links.
 */
export const windowsDisk = (api: () => Promise<Api>): Disk => {
  const registry = async (key: string, value: string): Promise<Known<string | undefined>> =>
    readRegistry(await api(), key, value);
  return {
    mounts: () => new Set(),
    usersOf: async (folders) => fileUser(await api(), folders),
    trash: async (things) => recycle(await api(), things),
    restoring: fromBin(),
    registry,
    documents: () => movedDocuments(registry),
  };
};
