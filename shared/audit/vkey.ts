import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { bytesIn } from './base64.ts';
import { isKeyName, type NoteVerifier } from './note.ts';
import { ED25519 } from './suite.ts';

/** A public key with its name (vkey of c2sp.org/signed-note@v1.0.0). */
export interface Vkey {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Buffer;
  /** The type of its signatures and its public bytes. */
  readonly key: Buffer;
}

/** The byte that says Ed25519. */
const ED25519_TYPE = 1;

/** SHA-256 over name, line break, type and public key: the first 4 bytes. In SM mode too, since the note asks for it. */
const idOf = (name: string, key: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);

/** A key by its name and by what a vkey holds of it. */
export const vkeyOf = (name: string, key: Buffer): Vkey => ({ name, id: idOf(name, key), key });

/** An Ed25519 key by its 32 public bytes. */
export const ed25519Vkey = (name: string, publicBytes: Uint8Array): Vkey =>
  vkeyOf(name, Buffer.concat([Uint8Array.of(ED25519_TYPE), publicBytes]));

export const vkeyText = ({ name, id, key }: Vkey): string =>
  `${name}+${id.toString('hex')}+${key.toString('base64')}`;

/** The key of such a text; undefined where it is none, or its hash is not that of its name and key. */
export function readVkey(text: string): Vkey | undefined {
  const [, name, id, value] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? [];
  const key = bytesIn(value ?? '');
  if (name === undefined || !isKeyName(name) || !key || key.length < 2) return undefined;
  const vkey = vkeyOf(name, key);
  return vkey.id.toString('hex') === id ? vkey : undefined;
}

/** The public key of a vkey of type Ed25519; undefined where it is of another type. */
export function ed25519Key({ key }: Vkey): KeyObject | undefined {
  if (key[0] !== ED25519_TYPE || key.length !== 33) return undefined;
  const x = key.subarray(1).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Checks notes by an Ed25519 key; undefined where the vkey is of another type. */
export function ed25519Verifier(vkey: Vkey): NoteVerifier | undefined {
  const key = ed25519Key(vkey);
  if (!key) return undefined;
  return {
    ...{ name: vkey.name, id: vkey.id },
    verify: (bytes, signature) => ED25519.verify(bytes, signature, key),
  };
}
