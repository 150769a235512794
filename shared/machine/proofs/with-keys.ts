import { asError } from '../../core/as-error.ts';
import type { ProofAnswer } from '../../core/proof.ts';
import type { ProofQuestion, Proofs } from '../port/proofs.ts';
import type { Signing } from '../port/signing.ts';
import type { Volumes } from '../port/volumes.ts';
import { unavailable } from './proofs-by.ts';

/** What the proofs by keys stand on; loaded when a policy first demands one. */
export interface Keys {
  readonly signing: () => Promise<Signing>;
  readonly volumes: () => Promise<Volumes>;
  readonly now: () => number;
}

/** The proofs of the system itself, and those by SSH keys. Nothing throws. */
export const withKeys = (system: Proofs | undefined, keys: Keys): Proofs => ({
  kinds: [...(system?.kinds ?? []), 'volume', 'signature'],
  prove: async (question) => {
    try {
      return (
        (await byKeys(question, keys)) ??
        (await system?.prove(question)) ??
        unavailable(question.kind, 'unsupported')
      );
    } catch (error) {
      return unavailable(question.kind, asError(error).message);
    }
  },
});

async function byKeys(
  question: ProofQuestion,
  { signing, volumes, now }: Keys,
): Promise<ProofAnswer | undefined> {
  switch (question.kind) {
    case 'signature':
      return (await import('./signature.ts')).signatureProof(await signing())(question);
    case 'volume': {
      const { volumeProof } = await import('./volume.ts');
      return volumeProof({ signing: await signing(), volumes: await volumes(), now })(question);
    }
    default:
      return undefined;
  }
}
