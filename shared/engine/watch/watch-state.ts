import type { Known } from '../../core/known.ts';
import type { Account } from '../../core/listing.ts';
import type { StatusLine } from '../../core/receipt.ts';
import type { Catalogue } from '../../store/store.ts';
import type { Freeable } from '../measure.ts';
import type { ClientSnapshot } from '../snapshot.ts';

/** What can be purged of a client: the cache alone, or also what comes again and what a bad exit left. */
export type ClientSizes = Readonly<Record<'cache' | 'more', Freeable>>;

/** What takes longer to see than a look, by client; absent until it was seen, and again when it became old. */
export interface Details {
  /** Bytes in memory. */
  readonly memory: ReadonlyMap<string, Known<number>>;
  readonly accounts: ReadonlyMap<string, Known<readonly Account[]>>;
  readonly lines: ReadonlyMap<string, Known<StatusLine>>;
}

/** All that a watch knows at one moment. */
export interface WatchState extends Details {
  /** As the last look read it; undefined before the first. */
  readonly catalogue: Catalogue | undefined;
  /** By client; undefined until the first look, and again when what was seen is too old to be shown. */
  readonly snapshots: ReadonlyMap<string, ClientSnapshot> | undefined;
  /** Whether one look saw all of them; only then nobody among them means that nobody is there. */
  readonly isWhole: boolean;
  /** When the last look ended, in ms since 1970. */
  readonly at: number;
  /** Why the last look failed. */
  readonly fault: Error | undefined;
  readonly sizes: ReadonlyMap<string, Known<ClientSizes>>;
  /** Clients with files or a program on this computer, as far as that was asked. */
  readonly installed: ReadonlySet<string>;
}
