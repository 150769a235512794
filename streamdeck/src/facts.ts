import type { Client } from '../../shared/core/client.ts';
import type { Known } from '../../shared/core/known.ts';
import type { Account } from '../../shared/core/listing.ts';
import type { Policy, Progress, RequestKind } from '../../shared/core/model.ts';
import type { Receipt, Sizes } from '../../shared/core/receipt.ts';
import type { Glance } from '../../shared/exit.ts';

/** A request that is under way from one of our keys. Times in ms since 1970. */
export interface Work {
  readonly kind: RequestKind;
  readonly began: number;
  readonly progress?: Progress;
  /** Which step of several this is, from 0: first the exit, then the purge. */
  readonly step: { readonly at: number; readonly of: number };
}

/** How the last request for a client ended, as long as that still says something. */
export interface Ended {
  readonly kind: RequestKind;
  readonly at: number;
  /** Undefined where no receipt came to be; `fault` says why. */
  readonly receipt?: Receipt;
  readonly fault?: string;
}

/** What a press of a status key brings: looked at once, when it is asked for. */
export interface Details {
  readonly memory: Known<number>;
  readonly accounts: Known<readonly Account[]>;
}

/** All that the faces are made from: what is known at one moment, of all clients. */
export interface Facts {
  readonly now: number;
  readonly clients: readonly Client[];
  /** How many client files of the user could not be read. */
  readonly unread: number;
  /** Undefined until somebody looked, and again after nobody looked for a while. */
  readonly glances?: ReadonlyMap<string, Glance> | undefined;
  readonly sizes: ReadonlyMap<string, Known<Sizes>>;
  readonly details: ReadonlyMap<string, Details>;
  /** Clients of which files lie on this computer, as far as somebody asked. */
  readonly installed: ReadonlySet<string>;
  readonly works: ReadonlyMap<string, Work>;
  readonly ends: ReadonlyMap<string, Ended>;
  /** What is allowed; undefined where a policy file cannot be understood, and nothing is. */
  readonly policy: Policy | undefined;
}
