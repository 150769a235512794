import { STEP_MS } from '../../core/one-time-code.ts';

/** How many steps a code may be early or late (RFC 6238, section 5.2 recommends one). */
const SKEW = 1;
const DIGITS = 6;
/** 160 bits, as RFC 4226 (R6) recommends. */
const SECRET_BYTES = 20;

/** A secret that an authenticator app is to learn. */
export interface NewSecret {
  /** Names the enrolment in receipts; says nothing of the secret. */
  readonly id: string;
  readonly base32: string;
  /** `otpauth://totp/…`, which the app reads as a QR code. */
  readonly uri: string;
}

export const isDigits = (code: string): boolean => /^[0-9]{6}$/.test(code);

/** A new secret; `label` is what the app calls it beside "Clean Exit". */
export async function newSecret(label: string): Promise<NewSecret> {
  const { Secret } = await import('otpauth');
  const secret = new Secret({ size: SECRET_BYTES });
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(4))).toString('hex');
  return { id, base32: secret.base32, uri: (await totp(secret.base32, label)).toString() };
}

/** The step (RFC 6238: T) that a code belongs to at this time in ms since 1970; undefined where it is of none. */
export async function stepOf(
  base32: string,
  code: string,
  at: number,
): Promise<number | undefined> {
  if (!isDigits(code)) return undefined;
  const delta = (await totp(base32)).validate({ token: code, timestamp: at, window: SKEW });
  return delta === null ? undefined : Math.floor(at / STEP_MS) + delta;
}

/** SHA-1 and six digits: what every authenticator app can do. */
async function totp(base32: string, label = '') {
  const { Secret, TOTP } = await import('otpauth');
  const secret = Secret.fromBase32(base32);
  const period = STEP_MS / 1_000;
  return new TOTP({
    issuer: 'Clean Exit',
    label,
    secret,
    algorithm: 'SHA1',
    digits: DIGITS,
    period,
  });
}
