import type { ProofAnswer, ProofKind } from '../../core/proof.ts';

/** What is to be proved. */
export interface ProofQuestion {
  readonly kind: ProofKind;
  /** The sentence that the person reads in the system's dialog; constant words and names of clients only. */
  readonly reason: string;
  /** What the plan means, as 64 hexadecimal digits: what a signature is over. */
  readonly digest: string;
  /** Aborted when the person no longer wants it. */
  readonly signal?: AbortSignal;
}

/** The proofs that the system itself can get. Nothing throws: what fails is an answer with its reason. */
export interface Proofs {
  /** The kinds that this program can get at all; no other is asked of it. */
  readonly kinds: readonly ProofKind[];
  prove(question: ProofQuestion): Promise<ProofAnswer>;
}
