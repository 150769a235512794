import type { ProofKind } from './proof.ts';

/**
 * The surfaces that can get each proof: a key has no number pad, Raycast's machine has neither ssh-keygen nor volumes, and
 * an order is run on the command line alone.
 */
export const PROOF_SURFACES: Readonly<Record<ProofKind, readonly string[]>> = {
  confirm: ['command line', 'Raycast', 'Stream Deck'],
  presence: ['command line', 'Raycast', 'Stream Deck'],
  code: ['command line', 'Raycast'],
  volume: ['command line', 'Stream Deck'],
  signature: ['command line', 'Stream Deck'],
  'two-persons': ['command line'],
};
