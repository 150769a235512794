import type { Facts } from './facts.ts';
import type { Key, KeyNow } from './key.ts';
import type { Purging } from './requests.ts';
import type { View } from './view.ts';

/** What an action may do; every deed is a request to the core, and nothing here waits for its end. */
export interface Hands {
  readonly facts: () => Facts;
  /** Looks at the computer again. */
  readonly look: () => void;
  /** Asks the clients of a key to quit; with `then` each is purged once it has gone. */
  readonly exit: (key: Key, then?: Purging) => void;
  readonly force: (key: Key) => void;
  readonly purge: (key: Key, how: Purging) => void;
  readonly hide: (key: Key) => void;
  /** Looks at memory and accounts of a key's clients. */
  readonly detail: (key: Key) => void;
  /** Chooses a client for a key, and keeps that. */
  readonly choose: (key: Key, client: string) => void;
  /** The host's own sign that nothing was done. */
  readonly alert: (key: Key) => void;
  /** Draws a key anew, now and when its hint or offer is over. */
  readonly repaint: (key: Key) => void;
}

/** One action of the plugin: what its face shows, and what a person does with it. */
export interface Action {
  /** As the manifest says, without the plugin's own name. */
  readonly id: string;
  /** Pure. */
  view(key: KeyNow, facts: Facts): View;
  /** A short press; in a multi action, where nobody can hold, any press. */
  press(key: Key, hands: Hands): void;
  /** Whether a hold leads somewhere now; then a press acts when the key is released. */
  canHold?(key: KeyNow, facts: Facts): boolean;
  /** It was held for its time. */
  held?(key: Key, hands: Hands): void;
  /** A dial was turned. */
  turn?(key: Key, ticks: number, hands: Hands): void;
  /** The touch strip above a dial was touched. */
  touch?(key: Key, isLong: boolean, hands: Hands): void;
  /** Its face shows how much could be freed. */
  readonly wantsSizes?: true;
  /** In a multi action it works only with the confirmation switched off. */
  readonly mustConfirm?: true;
}
