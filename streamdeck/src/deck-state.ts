import type { Client } from '../../shared/core/client.ts';
import type { Known } from '../../shared/core/known.ts';
import type { Account } from '../../shared/core/listing.ts';
import type { Observation, Policy, Progress, RequestKind } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import type { Freeable, ClientSnapshot } from '../../shared/engine/engine.ts';

/** A request that is under way from one of our keys. Times in ms since 1970. */
export interface InFlight {
  readonly kind: RequestKind;
  readonly began: number;
  readonly progress?: Progress;
  /** Which step of several this is, from 0: first the exit, then the purge. */
  readonly step: { readonly at: number; readonly of: number };
}

/** How the last request for a client ended, as long as that still says something. */
export interface Result {
  readonly kind: RequestKind;
  readonly at: number;
  /** Undefined where no receipt came to be; `fault` says why. */
  readonly receipt?: Receipt;
  readonly fault?: string;
  /** What its verdict was made from. */
  readonly seen?: Observation | undefined;
}

/** What can be purged of a client: the cache alone, or also what comes again and what a bad exit left. */
export type Sizes = Readonly<Record<'cache' | 'more', Freeable>>;

/** All that the faces are made from: what is known at one moment, of all clients. */
export interface DeckState {
  readonly now: number;
  readonly clients: readonly Client[];
  /** How many client files of the user could not be read. */
  readonly unread: number;
  /** Undefined until somebody looked, and again after a pause in which nobody did. */
  readonly snapshots?: ReadonlyMap<string, ClientSnapshot> | undefined;
  /** Whether these are from one look; only then nobody among them means that nobody is there. */
  readonly isWhole: boolean;
  readonly sizes: ReadonlyMap<string, Known<Sizes>>;
  /** Bytes in memory; looked at while a key shows them. */
  readonly memory: ReadonlyMap<string, Known<number>>;
  readonly accounts: ReadonlyMap<string, Known<readonly Account[]>>;
  /** Clients of which files lie on this computer, as far as somebody asked. */
  readonly installed: ReadonlySet<string>;
  readonly inFlight: ReadonlyMap<string, InFlight>;
  readonly results: ReadonlyMap<string, Result>;
  /** What is allowed; undefined where a policy file cannot be understood, and nothing is. */
  readonly policy: Policy | undefined;
}

/** Whether a moment lies at most this long back; a clock that was set back makes nothing recent. */
export const isRecent = (at: number, now: number, ms: number): boolean =>
  now - at >= 0 && now - at < ms;
