import type { RequestKind, Tier } from '../../shared/core/model.ts';
import { type DeckState } from './deck-state.ts';
import type { HoldTarget, Key, KeyNow, Seen } from './key.ts';
import type { ActionId, View } from './view.ts';

/** How a purge is asked for. */
export interface Purging {
  readonly tiers: readonly Tier[];
  readonly permanently?: true;
}

/** What an action may do; every deed is a request to the core, and nothing here waits for its end. */
export interface DeckCommands {
  readonly state: () => DeckState;
  /** Looks at the computer again. */
  readonly look: () => void;
  /** A key for all clients found none of them. */
  readonly nobody: (kind: RequestKind) => void;
  /** Asks these clients to quit; with `then` each is purged once it has gone. */
  readonly exit: (ids: readonly string[], then?: Purging, only?: Seen) => void;
  /** Ends these clients; with `only` just the roots that were seen. */
  readonly force: (ids: readonly string[], only?: Seen) => void;
  readonly purge: (ids: readonly string[], how: Purging, only?: Seen) => void;
  readonly hide: (ids: readonly string[]) => void;
  /** Chooses a client for a key, and keeps that. */
  readonly choose: (key: Key, client: string) => void;
  /** The host's own sign that nothing was done. */
  readonly alert: (key: Key) => void;
}

/** One action of the plugin: what its face shows, and what a person does with it. */
export interface Action {
  /** As the manifest says, without the plugin's own name. */
  readonly id: ActionId;
  /** Pure. */
  view(key: KeyNow, state: DeckState): View;
  /** A short press; in a multi action, where nobody can hold, any press. */
  press(key: Key, commands: DeckCommands): void;
  /** What a hold would lead to now, if anything; then a press acts when the key is released. */
  target?(key: KeyNow, state: DeckState): HoldTarget | undefined;
  /** It was held for its time, for what was settled when it went down. */
  held?(key: Key, commands: DeckCommands, target: HoldTarget): void;
  /** A dial was turned. */
  turn?(key: Key, ticks: number, commands: DeckCommands): void;
  /** The touch strip above a dial was touched. */
  touch?(key: Key, isLong: boolean, commands: DeckCommands): void;
  /** Its face shows how much could be freed. */
  readonly wantsSizes?: true;
  /** What its face shows beyond that, on the page that it is turned to. */
  detail?(key: Key): 'memory' | 'accounts' | undefined;
  /** In a multi action it works only with the confirmation switched off. */
  readonly mustConfirm?: true;
  /** A press only shows something, so that it never waits for a look. */
  readonly onlyShows?: true;
}
