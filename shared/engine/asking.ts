import type { Client } from '../core/client.ts';
import type { Demand } from '../core/demand.ts';
import type { Deed, GivenProof } from '../core/proof.ts';
import type { Consent } from '../core/receipt.ts';
import type { RunContext } from './context.ts';

/** For what proofs are asked for, and what was given so far. */
export interface Asking {
  readonly context: RunContext;
  readonly client: Client;
  readonly deed: Deed;
  readonly demands: readonly Demand[];
  readonly consent?: Consent;
  readonly proofs?: readonly GivenProof[];
  /** What is meant, as 64 hexadecimal digits: what a signature is over. */
  readonly digest: () => Promise<string>;
}
