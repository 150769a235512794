import type { Known } from '../core/known.ts';
import type { Account } from '../core/listing.ts';
import type { Tier } from '../core/model.ts';
import type { StatusLine } from '../core/receipt.ts';
import type { Catalogue } from '../store/store.ts';
import type { Freeable } from './measure.ts';
import type { ClientSnapshot } from './snapshot.ts';

/** What the engine can see. Nothing here changes anything. */
export interface Observer {
  /** The clients as this computer knows them, read again when their files changed. */
  catalogue(): Promise<Catalogue>;
  /** What every client is doing now, without a look at its files. */
  observe(): Promise<readonly ClientSnapshot[]>;
  /** The same of the given clients, with what could be freed, counting at most `limit` files. */
  status(ids: readonly string[], limit?: number): Promise<readonly StatusLine[]>;
  /** The status of a client that was observed, counting at most `limit` files now. */
  statusLine(snapshot: ClientSnapshot, limit?: number): Promise<StatusLine>;
  /**
   * What a purge of these tiers would take, counting at most `limit` files: for who looks in passing. Not looked
   * at where the system asks a person first; `preview` of a purge looks.
   */
  measure(id: string, tiers: readonly Tier[], limit?: number): Promise<Known<Freeable>>;
  /** What a client that was observed holds in memory, in bytes. */
  memory(snapshot: ClientSnapshot): Promise<Known<number>>;
  /** With what each holds; `in-passing` where nobody asked about files. */
  accounts(id: string, how?: 'asked' | 'in-passing'): Promise<Known<readonly Account[]>>;
  /** Whether a program of the client is installed, as far as that can be told. */
  isInstalled(id: string): Promise<boolean>;
}
