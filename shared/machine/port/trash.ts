import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { ClientId } from '../../core/model.ts';
import type { RestoreOrder } from './removal.ts';
import type { Restored } from './restored.ts';

/** What purges moved into the trash, where this program and not the system's own trash keeps the record of it. */
export interface Trash {
  /**
   * Moves what one purge put into the trash back to its place, never over anything; `dry` changes nothing. The order is
   * asked again while it works: what is then left stays in the trash. Undefined where there is no such record.
   */
  restore(record: string, order: RestoreOrder | 'dry'): Promise<readonly Restored[] | undefined>;

  /**
   * Those of these clients into whose data folders a record would put something back; unknown where a folder that
   * a client wrote down cannot be read.
   */
  reached(record: string, clients: readonly Client[]): Promise<Known<readonly ClientId[]>>;
}
