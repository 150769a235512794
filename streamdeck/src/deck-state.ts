import type { Client } from '../../shared/core/client.ts';
import type { Policy } from '../../shared/core/model.ts';
import type { WatchState } from '../../shared/engine/engine.ts';
import type { InFlight, Result } from '../../shared/engine/watch/in-flight.ts';

/** All that the faces are made from: what is known at one moment, of all clients. */
export interface DeckState extends Pick<
  WatchState,
  'snapshots' | 'isWhole' | 'sizes' | 'memory' | 'accounts' | 'installed'
> {
  readonly now: number;
  readonly clients: readonly Client[];
  /** How many client files of the user could not be read. */
  readonly unread: number;
  readonly inFlight: ReadonlyMap<string, InFlight>;
  readonly results: ReadonlyMap<string, Result>;
  /** What is allowed; undefined where a policy file cannot be understood, and nothing is. */
  readonly policy: Policy | undefined;
}

/** Whether a moment lies at most this long back; a clock that was set back makes nothing recent. */
export const isRecent = (at: number, now: number, ms: number): boolean =>
  now - at >= 0 && now - at < ms;
