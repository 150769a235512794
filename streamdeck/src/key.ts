import type { ProcessIdentity } from '../../shared/core/model.ts';
import type { Language } from './language.ts';
import type { Settings } from './settings.ts';
import type { Sign } from './view.ts';
import type { Word } from './words.ts';

/** What a hold leads to, settled when the key went down: whom it names then, and nobody who comes later. */
export interface HoldTarget {
  readonly does: 'force' | 'purge' | 'exit-then-purge';
  readonly ids: readonly string[];
  /** The roots of each that were seen then; absent where nobody could see them. */
  readonly only?: Seen;
}

/** Roots by their client. */
export type Seen = ReadonlyMap<string, readonly ProcessIdentity[]>;

/** A word of advice or an offer, from a moment on. */
export interface Timestamped<T> {
  readonly is: T;
  readonly at: number;
}

/** How long a word of advice stands, and how long an offer does, in ms. */
export const HINT_MS = 2_000;
export const OFFER_MS = 5_000;

/** One place on a deck: a key or a dial that is visible now, and what its person is doing with it. */
export interface Key {
  /** The host's name for it. */
  readonly context: string;
  readonly device: string;
  readonly action: string;
  readonly isDial: boolean;
  readonly isInMultiAction: boolean;
  settings: Settings;
  /** As the host sent them, with the fields of other versions. */
  raw: Readonly<Record<string, unknown>>;
  /** Since when it is held and what for; a hold ends by itself when its time is over. */
  hold?: { readonly since: number; readonly ms: number; readonly target: HoldTarget } | undefined;
  /** A word that says what to do, and is a state of its own. */
  hint?: Timestamped<Word & Sign> | undefined;
  /** To whom it was offered to exit first, so that a hold or another press takes it up. */
  offer?: Timestamped<readonly string[]> | undefined;
  /** It was pressed before anybody had looked: the press counts as soon as somebody has. */
  pressed?: true | undefined;
  /** The page of a status, from 0. */
  page: number;
}

/** A key as its face is drawn from it. */
export type KeyNow = Readonly<Key> & { readonly language: Language };
