import { known } from '../../core/known.ts';
import type { Disk } from '../files/disk.ts';
import { slashed } from '../files/names.ts';
import type { Api } from './native/api.ts';
import { readRegistry } from './native/registry.ts';
import { recycle } from './native/trash.ts';

const FOLDERS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';

/**
 * The disk of Windows. Who uses a file need not be looked for: Windows itself keeps a file that is open
 * from being removed or moved, and says so (EBUSY), which is told. Volumes that are mounted in a folder
 * are reparse points, which show as links.
 */
export const windowsDisk = (api: () => Promise<Api>): Disk => ({
  mounts: () => new Set(),
  holder: async () => known(undefined),
  trash: async (things) => recycle(await api(), things),
  registry: async (key, value) => readRegistry(await api(), key, value),
  documents: async () => {
    const moved = readRegistry(await api(), FOLDERS, 'Personal');
    return moved.known && moved.value ? known(slashed(moved.value)) : moved;
  },
});
