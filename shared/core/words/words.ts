import type { Outcome, Presence, RefusalCode, RequestKind, Role, Tier, Verdict } from '../model.ts';

/** Every sentence a person reads, in one language. A missing one does not compile. */
export interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly request: Readonly<Record<RequestKind, string>>;
  readonly step: Readonly<Record<Outcome['kind'], string>>;
  readonly outcome: Readonly<Record<Outcome['outcome'], string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly tier: Readonly<Record<Tier, string>>;
  /** What is refused, and the next thing to do. */
  readonly refusal: Readonly<Record<RefusalCode, { readonly what: string; readonly next: string }>>;
  /** The next thing to do after a verdict; empty where nothing is to be done. */
  readonly next: Readonly<Record<Verdict, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<Text, string>>;
}

/** Short texts of the surfaces; `%s` is replaced by values in order. */
export type Text =
  | 'freed'
  | 'freeable'
  | 'notKnown'
  | 'processes'
  | 'trayIcons'
  | 'windows'
  | 'nothingLeft'
  | 'left'
  | 'elapsed'
  | 'waiting'
  | 'asking'
  | 'ending'
  | 'closing'
  | 'removing'
  | 'settling'
  | 'wouldDo'
  | 'wouldDoNothing'
  | 'refused'
  | 'next'
  | 'others'
  | 'unmerged'
  | 'hidden';
