import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { ResetListing } from '../../core/listing.ts';
import type { ClientId, Refusal } from '../../core/model.ts';
import type { Moved } from '../../core/receipt.ts';
import type { StateFaultLine } from '../../core/state-fault.ts';
import type { RestoreOrder } from './removal.ts';

/** Setting files of a client aside and bringing them back: one move on the same file system each, nothing is removed. */
export interface Resets {
  /** What a reset of this client would set aside, with the only way to do just that. */
  list(client: Client, everything: boolean): Promise<Known<ResetListed>>;
  /** What was set aside and is kept by a record, newest first. */
  records(): readonly ResetRecord[];
  /** Those of these clients into whose folders a record would be brought back. */
  reached(id: string, clients: readonly Client[]): Promise<Known<readonly ClientId[]>>;
  /**
   * Sets what is there now aside, in a record of its own, and moves what a record names back to its place, never over
   * anything; `dry` changes nothing. Undefined where there is no such record.
   */
  back(id: string, client: Client, order: RestoreOrder | 'dry'): Promise<BroughtBack | undefined>;
}

export interface ResetListed {
  readonly listing: ResetListing;
  /** Other clients whose folders these are as well: none of them may run. */
  readonly shares: readonly ClientId[];
  /** Asks `mayTouch` again before each thing. */
  moveAway(order: RestoreOrder): Promise<MoveResult>;
}

/** What setting aside came to. */
export interface MoveResult extends Moved {
  readonly refusals: readonly Refusal[];
  /** It was called off before the end. */
  readonly stopped?: true;
  /** Why there can be no record; then nothing is moved. */
  readonly recordNotKept?: StateFaultLine;
}

/** One thing of a record, and where it is now. */
export interface ResetThing {
  readonly from: string;
  readonly to: string;
  readonly state: ResetState;
}

export type ResetState =
  /** In its dated folder. */
  | 'set-aside'
  /** At its place: it is back, or it never went. */
  | 'at-home'
  /** In neither. */
  | 'missing'
  /** It could not be moved back: something is in its place, the system forbids it, a link is on the way. */
  | 'occupied'
  | 'denied'
  | 'behind-link'
  /** Called off before it. */
  | 'stopped';

/** One reset, or what a restore set aside before it brought older data back. */
export interface ResetRecord {
  /** Its local date and time, and a few letters: `20261130-224512-1a2b3c4d`. */
  readonly id: string;
  readonly client: ClientId;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: 'reset' | 'restore';
  readonly everything?: true;
  readonly files: number;
  readonly bytes: number;
  readonly things: readonly ResetThing[];
}

export interface BroughtBack {
  readonly things: readonly ResetThing[];
  /** What was there, and is now set aside itself, or would be. */
  readonly newer?: MoveResult;
  /** Why nothing came back. */
  readonly refusal?: Refusal;
}
