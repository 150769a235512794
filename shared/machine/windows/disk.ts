import type { Known } from '../../core/known.ts';
import type { Disk } from '../files/disk.ts';
import { movedDocuments } from './documents.ts';
import type { Api } from './native/api.ts';
import { readRegistry } from './native/registry.ts';
import { recycle } from './native/trash.ts';

/**
 * The disk of Windows. Who uses a file need not be looked for: Windows itself keeps a file that is open
 * from being removed or moved, and says so (EBUSY), which is told. Volumes that are mounted in a folder
 * are reparse points, which show as links.
 */
export const windowsDisk = (api: () => Promise<Api>): Disk => {
  const registry = async (key: string, value: string): Promise<Known<string | undefined>> =>
    readRegistry(await api(), key, value);
  return {
    mounts: () => new Set(),
    trash: async (things) => recycle(await api(), things),
    registry,
    documents: () => movedDocuments(registry),
  };
};
