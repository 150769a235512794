import type { Language } from './language.ts';
import type { Settings } from './settings.ts';
import type { Word } from './words.ts';

/** One place on a deck: a key or a dial that is visible now, and what its person is doing with it. */
export interface Key {
  /** The host's name for it. */
  readonly context: string;
  readonly action: string;
  readonly isDial: boolean;
  readonly isInMultiAction: boolean;
  settings: Settings;
  /** As the host sent them, with the fields of other versions. */
  raw: Readonly<Record<string, unknown>>;
  /** Since when it is held; a hold ends by itself when its time is over. */
  hold?: { readonly since: number; readonly ms: number } | undefined;
  /** A word that says what to do, until a moment. */
  hint?: { readonly word: Word; readonly until: number } | undefined;
  /** Until when an offer stands that a second press or a hold takes up. */
  offerUntil?: number | undefined;
  /** The page of a status, from 0. */
  page: number;
}

/** A key as its face is drawn from it. */
export type KeyNow = Readonly<Key> & { readonly language: Language };
