import type { GivenProof, ProofKind } from '../../core/proof.ts';
import type { Json } from '../json.ts';

/** `factor_type_id` of OCSF 1.8.0's `auth_factor`, and its name. */
const FACTORS: Readonly<Record<ProofKind, readonly [id: number, name: string]>> = {
  confirm: [99, 'Confirmation'],
  // By a fingerprint, a face or the password of the account: the system does not say which.
  presence: [99, 'Presence'],
  code: [7, 'OTP'],
  volume: [6, 'Hardware Token'],
  signature: [99, 'Signature'],
  'two-persons': [99, 'Two persons'],
};

/** The proofs that were given, in the terms of OCSF. */
export const authFactorsOf = (proofs: readonly GivenProof[]): Json =>
  proofs.map(({ kind }) => {
    const [factor_type_id, factor_type] = FACTORS[kind];
    return { factor_type_id, factor_type };
  });
