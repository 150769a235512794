import { loadSm2, sm2Vkey } from '../../audit/sm.ts';
import { auditFault } from './audit-log.ts';
import type { KeyKind } from './key-kind.ts';

/** PKCS #8 (RFC 5958) around an EC key (RFC 5915) of the curve SM2, as `openssl genpkey` writes it. */
const BEFORE_SCALAR = '308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420';
const BEFORE_POINT = 'a144034200';
/** The curve's name: 1.2.156.10197.1.301. */
const CURVE = '06082a811ccf5501822d';
/** Version 1 and 32 bytes, which the scalar is in both forms. */
const SCALAR = '0201010420';

/** SM2 keys as PEM; undefined where this Node.js has no SM3. */
export async function sm2Keys(): Promise<KeyKind | undefined> {
  const sm2 = await loadSm2();
  return (
    sm2 && {
      name: 'sm2',
      make: () => {
        const scalar = sm2.make();
        const point = sm2.open(scalar)?.point.toString('hex') ?? '';
        return pem(Buffer.from(BEFORE_SCALAR + scalar + BEFORE_POINT + point, 'hex'));
      },
      open: (text, file) => {
        const scalar = scalarIn(text);
        const key = scalar === undefined ? undefined : sm2.open(scalar);
        if (!key) throw auditFault(file, 'no-key', 'it is no private SM2 key in PEM');
        const { suite, point } = key;
        return {
          suite,
          vkey: (name) => sm2Vkey(name, point),
          signed: (bytes, signature) => key.signed(bytes, signature),
        };
      },
    }
  );
}

const pem = (der: Buffer): string => {
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
};

function scalarIn(text: string): string | undefined {
  const found = /-----BEGIN (?:EC )?PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(text);
  const der = Buffer.from(found?.[1] ?? '', 'base64');
  const at = der.indexOf(SCALAR, 0, 'hex') + SCALAR.length / 2;
  if (!der.includes(SCALAR, 0, 'hex') || !der.includes(CURVE, 0, 'hex')) return undefined;
  const scalar = der.subarray(at, at + 32);
  return scalar.length === 32 ? scalar.toString('hex') : undefined;
}
