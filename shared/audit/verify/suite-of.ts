import { verify as verifyBytes, type KeyObject } from 'node:crypto';
import { ED25519, type Suite } from '../suite.ts';
import type { Hash } from '../tree.ts';
import { ed25519Key, type Vkey } from '../vkey.ts';

/** Whether a key signed these bytes. */
export type Signed = (bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** How the lines of a log are checked. */
export interface CheckSuite {
  readonly hashAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly originSuffix: '' | '+sm3';
  readonly hash: Hash;
  /** Undefined where the key is of another kind. */
  signedBy(vkey: Vkey): Signed | undefined;
}

/** SHA-256 and Ed25519. Signatures are checked beside each other, on the threads of the system's pool. */
export const ED25519_CHECKS: CheckSuite = checksOf(ED25519, (vkey) => {
  const key = ed25519Key(vkey);
  return key && ((bytes, signature) => signedWith(key, bytes, signature));
});

/** The checks of what a suite writes. */
export function checksOf(
  { hashName, signatureName, originSuffix, hash }: Omit<Suite, 'id' | 'sign'>,
  signedBy: CheckSuite['signedBy'],
): CheckSuite {
  const [hashAlgorithm, signatureAlgorithm] = [hashName.algorithm, signatureName.algorithm];
  return { hashAlgorithm, signatureAlgorithm, originSuffix, hash, signedBy };
}

const signedWith = (key: KeyObject, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  new Promise((done, fail) => {
    verifyBytes(null, bytes, key, signature, (error, isSigned) => {
      if (error) fail(error);
      else done(isSigned);
    });
  });
