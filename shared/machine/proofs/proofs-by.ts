import { asError } from '../../core/as-error.ts';
import { PROOF_KINDS, type ProofAnswer, type ProofKind } from '../../core/proof.ts';
import type { ProofQuestion, Proofs } from '../port/proofs.ts';

/** Gets one kind of proof. May throw: that is no proof either. */
export type Prove = (question: ProofQuestion) => Promise<ProofAnswer>;

/** Proofs by kind; each is loaded when a policy first demands it. A kind that is missing cannot be had here. */
export const proofsBy = (by: Partial<Record<ProofKind, () => Promise<Prove>>>): Proofs => ({
  kinds: PROOF_KINDS.filter((kind) => by[kind] !== undefined),
  prove: async (question) => {
    const { kind, signal } = question;
    if (signal?.aborted) return { refused: { kind, why: 'declined' } };
    try {
      const prove = await by[kind]?.();
      return (await prove?.(question)) ?? unavailable(kind, 'unsupported');
    } catch (error) {
      return unavailable(kind, asError(error).message);
    }
  },
});

/** `detail`: a code that `words` knows, or what the system said. */
export const unavailable = (kind: ProofKind, detail: string): ProofAnswer => ({
  refused: { kind, why: 'not-available', detail },
});

export const declined = (kind: ProofKind): ProofAnswer => ({ refused: { kind, why: 'declined' } });

/** How long a person may take at a dialog of the system, in ms. */
export const DIALOG_MS = 120_000;
