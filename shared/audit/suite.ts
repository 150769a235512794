import type { KeyObject } from 'node:crypto';
import { createHash, sign, verify } from 'node:crypto';

/** How lines are hashed and signed, and how OCSF names that. */
export interface Suite {
  readonly id: 'ed25519' | 'sm3+sm2';
  /** The members of a `fingerprint` of OCSF beside its value. */
  readonly hashName: { readonly algorithm: string; readonly algorithm_id: number };
  /** The members of a `digital_signature` of OCSF beside its value. */
  readonly signatureName: { readonly algorithm: string; readonly algorithm_id: number };
  /** What stands behind the name of a log in the first line of its checkpoints. */
  readonly originSuffix: '' | '+sm3';
  /** 32 bytes. */
  hash(...parts: readonly Uint8Array[]): Buffer;
  /** Signs these very bytes. */
  sign(bytes: Uint8Array): Buffer;
}

/** SHA-256 and Ed25519 (RFC 8032), by node:crypto. OCSF 1.8.0 has no number for Ed25519, so it is 99, "other". */
export const ed25519With = (privateKey: KeyObject): Suite => ({
  ...ED25519,
  sign: (bytes) => sign(null, bytes, privateKey),
});

/** What needs no private key. */
export const ED25519 = {
  id: 'ed25519',
  hashName: { algorithm: 'SHA-256', algorithm_id: 3 },
  signatureName: { algorithm: 'Ed25519', algorithm_id: 99 },
  originSuffix: '',
  hash: hashBy('sha256'),
  verify: (bytes: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean =>
    verify(null, bytes, publicKey, signature),
} as const;

/** Hashes parts, one after another, by a function of node:crypto. */
export function hashBy(name: 'sha256' | 'sm3'): Suite['hash'] {
  return (...parts) => {
    const hash = createHash(name);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
}
