import type { RequestKind } from './request-kind.ts';
import type { Trigger } from './trigger.ts';

/** What policy may demand before something is done. */
export const PROOF_KINDS = [
  'confirm', // a person said yes
  'presence', // the system saw the person: a fingerprint, a face, the password of the account
  'code', // a one-time code (RFC 6238)
  'volume', // a stick with a token that an administrator signed
  'signature', // a signature by a key of `allowed_signers`
  'two-persons', // an order that two different persons signed
] as const;

export type ProofKind = (typeof PROOF_KINDS)[number];

/** What a policy can demand a proof for: a request, putting back, or putting off what a schedule wants. */
export const DEEDS = [
  ...(['exit', 'force', 'purge', 'hide'] as const),
  ...(['reset', 'restore', 'wipe', 'postpone'] as const),
];

export type Deed = RequestKind | (typeof DEEDS)[number];

/** Which proofs are demanded, by what is to be done and by who asks; an absent cell demands none. */
export type DemandTable = Readonly<
  Partial<Record<Deed, Readonly<Partial<Record<Trigger, readonly ProofKind[]>>>>>
>;

/** A proof that was given: its kind, and by what or whom (`totp`, `polkit`, the name of a signer). No secret. */
export interface GivenProof {
  readonly kind: ProofKind;
  readonly by: string;
}

/** Why a proof was not given. */
export interface ProofRefusal {
  readonly kind: ProofKind;
  readonly why:
    | 'not-available' // this computer or this surface cannot get it; the detail says why
    | 'declined' // the person said no, closed the dialog or let it time out
    | 'wrong' // what was given does not prove it
    | 'locked'; // too many wrong ones
  readonly detail?: string;
  /** When it may be tried again, in ms since 1970. */
  readonly until?: number;
  /** The surfaces that can get it, where this one cannot. */
  readonly surfaces?: readonly string[];
}

export type ProofAnswer = { readonly given: GivenProof } | { readonly refused: ProofRefusal };
