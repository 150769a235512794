import type { Level, Platform, Presence } from '../../shared/core/model.ts';
import type { Language } from './language.ts';

/** What the inspector says to the plugin. */
export type FromInspector =
  /** It was opened, or wants to know anew. */
  | { readonly ask: 'state' }
  | { readonly say: 'language'; readonly language: Language | 'auto' }
  /** A person says what the program at a place is; only places that were told are settled. */
  | {
      readonly settle: 'is' | 'is-not';
      readonly client: string;
      readonly place: string;
    };

/** A program that may be a client, as the inspector shows it. */
export interface DoubtState {
  readonly client: string;
  /** The client as people call it. */
  readonly name: string;
  readonly pid: number;
  /** Null where the program hides it: then nothing can be settled. */
  readonly place: string | null;
  readonly level: Level;
}

/** One client of the list to choose from. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** `looking` until somebody looked. */
  readonly presence: Presence | 'looking';
  /** Whether anything of it lies on this computer: a process, an icon or files. */
  readonly installed: boolean;
}

/** What the plugin tells the inspector: when asked, and whenever the face changes. */
export interface ToInspector {
  readonly tell: 'state';
  readonly clients: readonly Choice[];
  /** The face as it is on the key now, `data:image/svg+xml,…`. */
  readonly face: string;
  /** The computer it really runs on; hosts are not to be believed. */
  readonly platform: Platform;
  readonly language: Language | 'auto';
  /** What could not be seen, with a reason code; empty where everything can be. */
  readonly unseen: readonly { readonly what: string; readonly why: string }[];
  /** Programs that may be one of the key's clients. */
  readonly doubts: readonly DoubtState[];
  readonly isInMultiAction: boolean;
  /** Codes of what is wrong with the settings of this key, e.g. `no-such-client`. */
  readonly problems: readonly Problem[];
}

export type Problem =
  | 'no-such-client'
  /** A force exit that waits for a hold cannot be part of a multi action. */
  | 'hold-in-multi-action';
