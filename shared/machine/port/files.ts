import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { Account, Listing } from '../../core/listing.ts';
import type { ClientId, Removal, Tier, Wanted } from '../../core/model.ts';
import type { Resets } from './resets.ts';
import type { RemovalOrder } from './removal.ts';
import type { Trash } from './trash.ts';

/** The files of clients. */
export interface Files {
  /**
   * Exactly what would go, and the way to remove just that; `too-many` beyond `limit` files. With `rest`: as a purge
   * lists, which needs to see more in the same look.
   */
  list(client: Client, wanted: Wanted, limit?: number, rest?: Rest): Promise<Known<Listed>>;

  /** The accounts of a client, with what each holds. */
  accounts(client: Client): Promise<Known<readonly Account[]>>;

  /** When the client last wrote below its data roots, in ms since 1970; undefined if never. */
  lastActivity(client: Client): Promise<Known<number | undefined>>;

  /** Journals of databases that the client did not close: kept, and said. Paths. */
  unmerged(client: Client): Promise<Known<readonly string[]>>;

  /** Looking into a client's folders may raise a question of the system: only who asks about files looks there. */
  readonly asksBefore?: true;

  /** Whether its programs are here; where files are not looked at unasked. */
  installed?(client: Client): Known<boolean>;

  /** Putting back; absent where the system's own trash has to do. */
  readonly trash?: Trash;

  /** Setting aside; absent where a surface never asks for it. */
  readonly resets?: Resets;
}

/** What of a client is counted beside what is wanted: at most `limit` files of these tiers, of all accounts. */
export interface Rest {
  readonly tiers: readonly Tier[];
  readonly limit: number;
}

/** What was seen in the same look as a listing. */
export interface SeenBeside {
  readonly rest: Known<Listing>;
  /** As `Files` has them. */
  readonly lastActivity: Known<number | undefined>;
  readonly unmerged: Known<readonly string[]>;
  /** Whether nothing was written since, so that the listing is what a new one would be. Reads no folder. */
  isStill(): boolean;
}

/** What was listed, and the only way to remove it: nothing that was not listed can go. */
export interface Listed {
  readonly listing: Listing;
  /** Other clients whose folders these are as well: none of them may run. */
  readonly shares?: readonly ClientId[];
  /** Folders in which a purge that was interrupted set something aside. Paths. */
  readonly quarantines?: readonly string[];
  /** Where `rest` was asked for, and the machine sees it in one look. */
  readonly beside?: SeenBeside;
  /** Asks `mayTouch` again before each batch. */
  remove(order: RemovalOrder): Promise<Removal>;
}
