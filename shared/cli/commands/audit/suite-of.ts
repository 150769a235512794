import { ED25519_CHECKS, type CheckSuite } from '../../../audit/verify/suite-of.ts';

/** How a log of this hash algorithm is checked; undefined where that cannot be done here. */
export async function suiteOf(hashAlgorithm: string): Promise<CheckSuite | undefined> {
  return hashAlgorithm === ED25519_CHECKS.hashAlgorithm ? ED25519_CHECKS : undefined;
}
