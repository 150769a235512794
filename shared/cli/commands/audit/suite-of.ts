import { ED25519_CHECKS, type CheckSuite } from '../../../audit/verify/suite-of.ts';

/** How a log of this hash algorithm is checked; undefined where that cannot be done here. */
export async function suiteOf(hashAlgorithm: string): Promise<CheckSuite | undefined> {
  if (hashAlgorithm === ED25519_CHECKS.hashAlgorithm) return ED25519_CHECKS;
  const { smChecks } = await import('../../../audit/verify/sm-checks.ts');
  return smChecks();
}
