import type { Observation, Progress, RequestKind } from '../../core/model.ts';
import type { Receipt } from '../../core/receipt.ts';

/** A request of this surface that is under way. Times in ms since 1970. */
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
