import type { ProofAnswer, ProofKind } from '../../core/proof.ts';
import type { ProofQuestion } from '../port/proofs.ts';
import type { Checked, Signed, Signing } from '../port/signing.ts';
import { unavailable } from './proofs-by.ts';

/** The person signs what the plan means with their own key, and `allowed_signers` says whose that is. */
export const signatureProof =
  (signing: Signing) =>
  async ({ kind, digest, signal }: ProofQuestion): Promise<ProofAnswer> => {
    const key = signing.ownKey();
    if (key === undefined) return unavailable(kind, 'no-signing-key');
    // A number of its own, so that a signature of before proves nothing now.
    const text = `clean-exit/proof/1 ${digest} ${crypto.randomUUID()}\n`;
    const namespace = 'clean-exit-proof' as const;
    const signed = await signing.sign({ namespace, text, key, signal });
    if ('why' in signed) return notSigned(kind, signed, signal?.aborted ?? false);
    const checked = await signing.check({ namespace, text, signature: signed.signature });
    return 'why' in checked
      ? notGood(kind, checked)
      : { given: { kind, by: `${checked.principals.join(', ')} ${checked.key}` } };
  };

type Why<T> = Extract<T, { readonly why: string }>;

/** A key that nobody touched, and a password that nobody typed, is a no. */
function notSigned(
  kind: ProofKind,
  { why, detail }: Why<Signed>,
  isCancelled: boolean,
): ProofAnswer {
  if (isCancelled || why === 'timeout') return { refused: { kind, why: 'declined' } };
  if (why === 'no-program') return unavailable(kind, 'no-ssh-keygen');
  return unavailable(kind, why === 'no-key' ? 'no-signing-key' : `not-signed: ${detail}`);
}

/** Where nobody says who may sign, or nobody can be asked, it is not the signature that is wrong. */
export function notGood(kind: ProofKind, { why, detail }: Why<Checked>): ProofAnswer {
  if (why === 'no-signers') return unavailable(kind, 'no-signers');
  if (why === 'cannot-check') return unavailable(kind, `no-ssh-keygen: ${detail}`);
  return { refused: { kind, why: 'wrong', detail: why } };
}
