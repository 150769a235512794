import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { Account, Listing } from '../../core/listing.ts';
import type { ClientId, Removal, Wanted } from '../../core/model.ts';
import type { RemovalOrder } from './removal.ts';
import type { Trash } from './trash.ts';

/** The files of clients. */
export interface Files {
  /** Exactly what would go, and the way to remove just that; `too-many` beyond `limit` files. */
  list(client: Client, wanted: Wanted, limit?: number): Promise<Known<Listed>>;

  /** The accounts of a client, with what each holds. */
  accounts(client: Client): Promise<Known<readonly Account[]>>;

  /** When the client last wrote below its data roots, in ms since 1970; undefined if never. */
  lastActivity(client: Client): Promise<Known<number | undefined>>;

  /** Journals of databases that the client did not close: kept, and told. Paths. */
  unmerged(client: Client): Promise<Known<readonly string[]>>;

  /** Looking into a client's folders may raise a question of the system: only who asks about files looks there. */
  readonly asksBefore?: true;

  /** Whether its programs are here; where files are not looked at unasked. */
  installed?(client: Client): Known<boolean>;

  /** Putting back; absent where the system's own trash has to do. */
  readonly trash?: Trash;
}

/** What was listed, and the only way to remove it: nothing that was not listed can go. */
export interface Listed {
  readonly listing: Listing;
  /** Other clients whose folders these are as well: none of them may run. */
  readonly shares?: readonly ClientId[];
  /** Asks `mayTouch` again before each batch. */
  remove(order: RemovalOrder): Promise<Removal>;
}
