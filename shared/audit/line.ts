import type { AuditEvent } from './event.ts';
import type { Suite } from './suite.ts';

/** The line before, and the log that both are of. */
export interface Link {
  /** A UUID. */
  readonly chain: string;
  /** From 0. */
  readonly sequence: number;
  /** The fingerprint of the line before, hexadecimal; absent for the first line. */
  readonly previous?: string;
}

/** What divides a line: what is hashed and signed is before it, what comes of that is behind. */
export const SEAL = ',"fingerprint":{"algorithm":';

export interface MadeLine {
  /** Without a line break. */
  readonly line: string;
  /** Hexadecimal. */
  readonly fingerprint: string;
}

/**
 * An event as a line of the log. The body is the line's own bytes before its last `,"fingerprint":{"algorithm":`; its
 * hash is the fingerprint, and the signature is over these very bytes, so that no canonical form is needed to verify.
 * The members are those of OCSF's `attestation` (1.9.0-dev, ocsf-schema#1661), under `unmapped` for version 1.8.0.
 */
export function lineOf(event: AuditEvent, link: Link, suite: Suite): MadeLine {
  const { unmapped, ...members } = event;
  const numbered = { ...members, metadata: { ...event.metadata, sequence: link.sequence } };
  const attestation = {
    chain_uid: link.chain,
    ...(link.previous === undefined
      ? {}
      : { prev_event: { fingerprint: { ...suite.hashName, value: link.previous } } }),
  };
  const whole = JSON.stringify({
    ...numbered,
    unmapped: { ...unmapped, attestation_list: [attestation] },
  });
  const body = whole.slice(0, -CLOSING.length);
  const bytes = Buffer.from(body);
  const fingerprint = suite.hash(bytes).toString('hex');
  const value = suite.sign(bytes).toString('base64');
  const seal =
    `,"fingerprint":${JSON.stringify({ ...suite.hashName, value: fingerprint })}` +
    `,"signatures":[${JSON.stringify({ ...suite.signatureName, value })}]`;
  return { line: `${body}${seal}${CLOSING}`, fingerprint };
}

/** Closes the attestation, its list, `unmapped` and the line. */
export const CLOSING = '}]}}';

/** A line as it was found; undefined where its end is none that we write. */
export interface SplitLine {
  readonly body: Buffer;
  readonly hashAlgorithm: string;
  readonly fingerprint: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
}

const WHOLE_SEAL =
  /^,"fingerprint":\{"algorithm":"(SHA-256(?=","algorithm_id":3,)|SM3(?=","algorithm_id":99,))","algorithm_id":\d+,"value":"([0-9a-f]{64})"\},"signatures":\[\{"algorithm":"(Ed25519|SM2-SM3)","algorithm_id":99,"value":"([A-Za-z0-9+/]+={0,2})"\}\]\}\]\}\}$/;

/** The body and the seal of a line without its line break; undefined where it has no seal of this form. */
export function splitLine(line: Buffer): SplitLine | undefined {
  const at = line.lastIndexOf(SEAL);
  if (at < 0) return undefined;
  const found = WHOLE_SEAL.exec(line.toString('latin1', at));
  const [, hashAlgorithm, fingerprint, signatureAlgorithm, signature] = found ?? [];
  if (!hashAlgorithm || !fingerprint || !signatureAlgorithm || !signature) return undefined;
  return {
    ...{ body: line.subarray(0, at), hashAlgorithm, fingerprint, signatureAlgorithm },
    signature: Buffer.from(signature, 'base64'),
  };
}
