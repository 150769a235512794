import { posix as path } from 'node:path';
import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { ClientId } from '../../core/model.ts';
import type { Files } from '../port/files.ts';
import type { Disk } from './disk.ts';
import { RemovalLease } from './removal-lease.ts';
import { restoreAll } from './restore.ts';
import { trashedIn } from './trash-records.ts';

/** What putting back needs of the port of files. */
export interface RestoreHost {
  readonly uid: number;
  /** Where our records may be. */
  readonly folders: readonly string[];
  readonly restoring: NonNullable<Disk['restoring']>;
  /** Whose folders these are. */
  readonly reached: (
    folders: readonly string[],
    clients: readonly Client[],
  ) => Promise<Known<readonly ClientId[]>>;
}

/** How a surface that asks for it gets it. */
export type WithRestores = (host: RestoreHost) => NonNullable<Files['trash']>;

/** What purges moved into the trash, and how it comes back by their records. */
export const restorePort: WithRestores = ({ uid, folders, restoring, reached }) => ({
  restore: async (record, order) => {
    const trashed = trashedIn(folders, record);
    // A client that has a file open runs, and that is what the order looks for.
    const leave =
      order === 'dry' ? order : new RemovalLease({ ...order, permanently: false }, () => undefined);
    return trashed && restoreAll(trashed, uid, leave, restoring);
  },
  reached: async (record, clients) => {
    const from = (trashedIn(folders, record) ?? []).map((one) => path.dirname(one.from));
    return reached([...new Set(from)], clients);
  },
});
