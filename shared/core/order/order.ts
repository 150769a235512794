import type { ProcessIdentity, RequestKind, Tier } from '../model.ts';
import type { StepKind } from './step-kind.ts';

/** A request that other persons approve before it runs: on one computer, under one policy, once. Schema `clean-exit/order/1`. */
export interface Order {
  readonly schema: 'clean-exit/order/1';
  readonly kind: RequestKind;
  /** Ids of clients. */
  readonly clients: readonly string[];
  /** What a safe exit may end with. */
  readonly then?: 'force' | undefined;
  /** Of a purge: what goes. */
  readonly tiers?: readonly Tier[] | undefined;
  readonly account?: string | undefined;
  /** Past the trash. */
  readonly permanently?: true | undefined;
  /** Of a reset: its records are set aside too. */
  readonly everything?: true | undefined;
  /** All that it may do, whatever is there when it runs. */
  readonly steps: readonly StepKind[];
  /** The digest of the policy under which it runs. */
  readonly policy: string;
  /** The fingerprint of the computer on which it runs: 64 hexadecimal digits. */
  readonly device: string;
  /** 32 hexadecimal digits that no other order has: it runs once. */
  readonly nonce: string;
  /** ISO 8601. */
  readonly issued: string;
  /** ISO 8601: from then on it runs no more. */
  readonly expires: string;
  readonly exactly?: Exactly | undefined;
}

/** What was there when it was asked for: where any of it changed, the order does not run. */
export interface Exactly {
  /** The roots of each client. */
  readonly roots: Readonly<Record<string, readonly ProcessIdentity[]>>;
  /** Of a purge and a reset: the code of the list of each client. */
  readonly lists?: Readonly<Record<string, string>> | undefined;
}

/** One person's yes to one order. Schema `clean-exit/approval/1`. */
export interface Approval {
  readonly schema: 'clean-exit/approval/1';
  /** The digest of the order: 64 hexadecimal digits. */
  readonly order: string;
  /** Who says to have signed; whose key it is, `allowed_signers` says. */
  readonly principal?: string | undefined;
  /** As ssh-keygen(1) writes it. */
  readonly signature: string;
}

/** The text that a person signs: the same for whatever file holds the order. */
export const signedText = (digest: string): string => `clean-exit/order/1 ${digest}\n`;
