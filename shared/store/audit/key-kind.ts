import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  verify,
  type KeyObject,
} from 'node:crypto';
import { ed25519Vkey, type Vkey } from '../../audit/vkey.ts';
import { ed25519With, type Suite } from '../../audit/suite.ts';
import { auditFault } from './audit-log.ts';

/** A key that signs a log. */
export interface SigningKey {
  readonly suite: Suite;
  /** Its public half as C2SP's signed-note writes it, for a log of this name. */
  vkey(name: string): Vkey;
  /** Whether it signed these bytes. */
  signed(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** How keys of one algorithm are made and read. */
export interface KeyKind {
  /** The beginning of its files' names. */
  readonly name: 'ed25519' | 'sm2';
  /** A new private key as PEM. */
  make(): string;
  /** Throws AuditFault where it is no such key. */
  open(pem: string, file: string): SigningKey;
}

/** Keys as PEM (PKCS #8, RFC 8410). */
export const ED25519_KEYS: KeyKind = {
  name: 'ed25519',
  make: () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  open: (pem, file) => {
    const key = ed25519In(pem, file);
    const publicKey = createPublicKey(key);
    // RFC 8410: they end the SPKI.
    const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    return {
      suite: ed25519With(key),
      vkey: (name) => ed25519Vkey(name, bytes),
      signed: (body, signature) => verify(null, body, publicKey, signature),
    };
  },
};

function ed25519In(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The reason of OpenSSL may quote the key.
  }
  throw auditFault(file, 'no-key', 'it is no private Ed25519 key in PEM (PKCS #8)');
}
