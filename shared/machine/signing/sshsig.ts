import { createHash } from 'node:crypto';

/** What a signature of ssh-keygen(1) says of itself (openssh-portable, PROTOCOL.sshsig). */
export interface SshSignature {
  readonly namespace: string;
  /** `SHA256:…` of the public key, as ssh-keygen prints it. */
  readonly key: string;
}

const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\s([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----\s*$/;
const MAGIC = 'SSHSIG';
const VERSION = 1;

/** Reads key and namespace; whether the signature is right only ssh-keygen says. Undefined where it is none. */
export function readSshSignature(armoured: string): SshSignature | undefined {
  const [, base64] = ARMOUR.exec(armoured.replace(/\r\n/g, '\n')) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const isOurs = bytes.subarray(0, MAGIC.length).toString('latin1') === MAGIC;
  if (!isOurs || bytes.length < MAGIC.length + 4) return undefined;
  if (bytes.readUInt32BE(MAGIC.length) !== VERSION) return undefined;
  const [key, namespace] = fieldsIn(bytes.subarray(MAGIC.length + 4));
  if (key === undefined || namespace === undefined) return undefined;
  const plain = withoutCertificate(key);
  return plain && { namespace: namespace.toString('utf8'), key: fingerprintOf(plain) };
}

/** `SHA256:` and base64 without its padding. */
const fingerprintOf = (blob: Buffer): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;

/** How many fields a public key has behind its type; in a certificate they stand behind a nonce. */
const FIELDS: Readonly<Record<string, number>> = {
  'ssh-ed25519': 1,
  'sk-ssh-ed25519@openssh.com': 2,
  'ssh-rsa': 2,
  'ecdsa-sha2-nistp256': 2,
  'ecdsa-sha2-nistp384': 2,
  'ecdsa-sha2-nistp521': 2,
  'sk-ecdsa-sha2-nistp256@openssh.com': 3,
};
const CERTIFICATE = /-cert-v01@openssh\.com$/;

/** The key that a certificate is for: two certificates of one key are one key (PROTOCOL.certkeys). */
function withoutCertificate(blob: Buffer): Buffer | undefined {
  const [type, , ...rest] = fieldsIn(blob);
  if (type === undefined) return undefined;
  const name = type.toString('latin1');
  if (!CERTIFICATE.test(name)) return blob;
  const short = name.replace(CERTIFICATE, '');
  const plain = FIELDS[short] === undefined ? `${short}@openssh.com` : short;
  const count = FIELDS[plain];
  if (count === undefined || rest.length < count) return undefined;
  return Buffer.concat([Buffer.from(plain, 'latin1'), ...rest.slice(0, count)].map(asField));
}

function asField(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The strings at the beginning of this, each behind its length in four bytes, as far as there are whole ones. */
function fieldsIn(bytes: Buffer): readonly Buffer[] {
  const fields: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
