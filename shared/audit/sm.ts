import { getHashes } from 'node:crypto';
import { hashBy, type Suite } from './suite.ts';
import { vkeyOf, type Vkey } from './vkey.ts';

/** SM3 with SM2 (GB/T 32905, GB/T 32918), and how OCSF names them: it has no number for either, so 99, "other". */
export const SM = {
  id: 'sm3+sm2',
  hashName: { algorithm: 'SM3', algorithm_id: 99 },
  signatureName: { algorithm: 'SM2-SM3', algorithm_id: 99 },
  originSuffix: '+sm3',
  hash: hashBy('sm3'),
} as const;

/** Whether this Node.js has SM3; one that stands on BoringSSL has not. */
export const hasSm3 = (): boolean => getHashes().includes('sm3');

/** The id of a signer that GB/T 35276 gives where nothing else was agreed; openssl's is empty. */
const HOW = { hash: true, der: true, userId: '1234567812345678' } as const;

/**
 * What signs by SM2. Not node:crypto: that signs ECDSA over the curve, or SM2 with an empty id, by how the key was read.
 * Loaded when it is needed.
 */
const sm2 = async () => (await import('sm-crypto-v2')).sm2;

/** A private key: 32 bytes, hexadecimal, and what is made with it. */
export interface Sm2Key {
  readonly suite: Suite;
  /** 65 bytes: 4, x, y. */
  readonly point: Buffer;
  signed(bytes: Uint8Array, signature: Uint8Array): boolean;
}

export interface Sm2 {
  /** A new private key, hexadecimal. */
  make(): string;
  /** The key of a number; undefined where it is none of a key. */
  open(scalar: string): Sm2Key | undefined;
  /** Whether the key of a point signed these bytes; undefined where it is no point of the curve. */
  checkedBy(point: Buffer): ((bytes: Uint8Array, signature: Uint8Array) => boolean) | undefined;
}

/** SM2 over SM3; undefined where this Node.js has no SM3. */
export async function loadSm2(): Promise<Sm2 | undefined> {
  if (!hasSm3()) return undefined;
  const library = await sm2();
  const checkedBy: Sm2['checkedBy'] = (point) => {
    const key = point.length === 65 ? pointOf(library, point.toString('hex')) : undefined;
    if (!key) return undefined;
    return (bytes, signature) => {
      try {
        return library.doVerifySignature(bytes, Buffer.from(signature).toString('hex'), key, HOW);
      } catch {
        // No DER of a signature.
        return false;
      }
    };
  };
  const open: Sm2['open'] = (scalar) => {
    try {
      const publicKey = library.getPublicKeyFromPrivateKey(scalar);
      const point = Buffer.from(publicKey, 'hex');
      const signed = checkedBy(point);
      const sign = (bytes: Uint8Array): Buffer =>
        Buffer.from(library.doSignature(bytes, scalar, { ...HOW, publicKey }), 'hex');
      return signed && { suite: { ...SM, sign }, point, signed };
    } catch {
      return undefined;
    }
  };
  return { make: () => library.generateKeyPairHex().privateKey, open, checkedBy };
}

/** Throws for what is no point of the curve. */
function pointOf(library: Awaited<ReturnType<typeof sm2>>, hex: string) {
  try {
    return library.precomputePublicKey(hex);
  } catch {
    return undefined;
  }
}

/** Type 0xff of a vkey of C2SP: a name of our own follows, since SM2 has no type there. */
const TYPE_NAME = 'sm2-with-sm3';
const TYPE = Buffer.concat([Uint8Array.of(0xff), Buffer.from(TYPE_NAME)]);

export const sm2Vkey = (name: string, point: Uint8Array): Vkey =>
  vkeyOf(name, Buffer.concat([TYPE, point]));

/** The point of a vkey of type SM2; undefined where it is of another type. */
export const sm2Point = ({ key }: Vkey): Buffer | undefined =>
  key.length === TYPE.length + 65 && key.subarray(0, TYPE.length).equals(TYPE)
    ? key.subarray(TYPE.length)
    : undefined;
