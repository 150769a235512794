import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, it } from 'vitest';
import type { Places } from '../../../shared/core/paths.ts';
import type { ProofAnswer } from '../../../shared/core/proof.ts';
import { codesIn, type Codes } from '../../../shared/store/code/codes.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A state folder of one's own with an enrolled app and a clock that a test sets. */
async function enrolled() {
  const ourState = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-codes-'));
  folders.push(ourState);
  const clock = { now: NOW };
  const codes = codesIn({ ourState } as Places, () => clock.now);
  const secret = await codes.begin('anna');
  const of = (base32: string, at: number) =>
    new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: at });
  expect(await codes.enrol(secret, of(secret.base32, NOW))).toBe('kept');
  const file = path.join(ourState, 'code.json');
  /** The code that the app shows at a time, else now. */
  const code = (at = clock.now): string => of(secret.base32, at);
  /** Of none of the steps that are taken. */
  const wrong = (): string => {
    const right = [-30_000, 0, 30_000].map((ms) => code(clock.now + ms));
    return ['000000', '000001', '000002', '000003'].find((one) => !right.includes(one)) ?? '';
  };
  return { codes, clock, secret, of, code, wrong, file, folder: ourState };
}

const why = (answer: ProofAnswer): string =>
  'refused' in answer ? `${answer.refused.why} ${answer.refused.detail ?? ''}`.trim() : 'given';

describe('the codes of an enrolled app', () => {
  it('are taken once each, also that of the enrolment', async () => {
    const { codes, clock, code, secret } = await enrolled();
    expect(why(await codes.check(code()))).toBe('wrong used');
    clock.now += MINUTE;
    expect(await codes.check(code())).toEqual({ given: { kind: 'code', by: `totp ${secret.id}` } });
    expect(why(await codes.check(code()))).toBe('wrong used');
  });

  it('are spent once by twenty that give the same one at once', async () => {
    const { codes, clock, code } = await enrolled();
    clock.now += MINUTE;
    const all = await Promise.all(Array.from({ length: 20 }, () => codes.check(code())));
    expect(all.filter((one) => 'given' in one)).toHaveLength(1);
  });

  it('lock out after five wrong ones, whoever asks next', async () => {
    const { codes, clock, code, wrong, folder } = await enrolled();
    clock.now += MINUTE;
    for (let tries = 0; tries < 5; tries++) expect(why(await codes.check(wrong()))).toBe('wrong');
    expect(why(await codes.check(code()))).toBe('locked');
    const other = codesIn({ ourState: folder } as Places, () => clock.now);
    expect(why(await other.check(code()))).toBe('locked');
    clock.now += MINUTE;
    expect(why(await codes.check(code()))).toBe('given');
    expect(await codes.status()).toMatchObject({ triesLeft: 5 });
  });

  it('are not trusted under a clock that was set back, and are again once it is right', async () => {
    const { codes, clock, code } = await enrolled();
    clock.now -= 2 * MINUTE;
    expect(why(await codes.check(code()))).toBe('not-available clock-back');
    expect(await codes.whyNot()).toMatchObject({ detail: 'clock-back', until: NOW });
    clock.now = NOW + MINUTE;
    expect(why(await codes.check(code()))).toBe('given');
  });

  it('are not taken without an enrolment, with one that others can read, or with a broken one', async () => {
    const { codes, clock, code, file } = await enrolled();
    clock.now += MINUTE;
    chmodSync(file, 0o644);
    expect(why(await codes.check(code()))).toMatch(/^not-available unreadable: .*others can read/);
    chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -20));
    expect(why(await codes.check(code()))).toMatch(/^not-available unreadable/);
    await expect(codes.enrol(await codes.begin('anna'), '000000')).rejects.toThrow();
    rmSync(file);
    expect(why(await codes.check(code()))).toBe('not-available not-enrolled');
  });

  it('are not taken where their use cannot be noted', async () => {
    const { codes, clock, code, folder } = await enrolled();
    clock.now += MINUTE;
    chmodSync(folder, 0o777);
    expect(why(await codes.check(code()))).toMatch(/^not-available un(readable|writable)/);
    chmodSync(folder, 0o700);
    expect(why(await codes.check(code()))).toBe('given');
  });
});

describe('an enrolment', () => {
  it('is a secret that only its owner can read, and leaves no draft', async () => {
    const { file, folder } = await enrolled();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['code.json']);
  });

  it('is kept only with a code of the new secret', async () => {
    const { codes, secret, of, code, clock } = await enrolled();
    clock.now += MINUTE;
    const next = await codes.begin('anna');
    const present = await codes.check(code());
    expect(await codes.enrol(next, of(secret.base32, clock.now), present)).toBe('wrong');
    expect(await codes.status()).toMatchObject({ id: secret.id });
    expect(await codes.enrol(next, of(next.base32, clock.now), present)).toBe('kept');
    expect(await codes.status()).toMatchObject({ id: next.id });
  });

  it('is replaced only with a code of the present one', async () => {
    const { codes, of, wrong, clock } = await enrolled();
    clock.now += MINUTE;
    const next = await codes.begin('anna');
    const enrol = (present?: ProofAnswer): ReturnType<Codes['enrol']> =>
      codes.enrol(next, of(next.base32, clock.now), present);
    expect(await enrol()).toBe('needs-present');
    expect(await enrol(await codes.check(wrong()))).toBe('needs-present');
  });

  it('is removed with a code of it, and with no other', async () => {
    const { codes, clock, code, wrong } = await enrolled();
    clock.now += MINUTE;
    expect(why(await codes.remove(wrong()))).toBe('wrong');
    expect(await codes.status()).toBeDefined();
    expect(why(await codes.remove(code()))).toBe('given');
    expect(await codes.status()).toBeUndefined();
  });

  it('never shows its secret in what is told of it', async () => {
    const { codes, secret, clock, wrong } = await enrolled();
    const told = JSON.stringify([await codes.status(), await codes.check(wrong())]);
    clock.now -= 2 * MINUTE;
    expect(told + JSON.stringify(await codes.whyNot())).not.toContain(secret.base32);
  });
});
