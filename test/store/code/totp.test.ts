import { describe, expect, it } from 'vitest';
import { newSecret, stepOf } from '../../../shared/store/code/totp.ts';

/** The secret of RFC 6238, appendix B: the ASCII string "12345678901234567890" in base 32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a one-time code', () => {
  // Appendix B, SHA-1: the last six of its eight digits, which is what six digits are (RFC 4226, 5.3).
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])(
    'of RFC 6238 is right at %d s and one step before and after, at no other time',
    async (seconds, code) => {
      const step = Math.floor(seconds / 30);
      const at = (steps: number) => stepOf(RFC, code, (seconds + steps * 30) * 1_000);
      expect(await Promise.all([at(-1), at(0), at(1)])).toEqual([step, step, step]);
      expect(await Promise.all([at(-2), at(2), at(100)])).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    },
  );

  it('is six digits and nothing else', async () => {
    for (const code of ['', '28708', '2870820', '28708２', 'abcdef', '-28708', '287 082'])
      expect(await stepOf(RFC, code, 59_000)).toBeUndefined();
  });

  it('comes from 160 random bits that an app reads from a link', async () => {
    const [one, other] = await Promise.all([newSecret('anna'), newSecret('anna')]);
    expect(one.base32).toMatch(/^[A-Z2-7]{32}$/);
    expect(one.base32).not.toBe(other.base32);
    const uri = new URL(one.uri);
    expect(decodeURIComponent(uri.pathname)).toContain('Clean Exit:anna');
    expect(uri.searchParams.get('secret')).toBe(one.base32);
    expect(one.id).not.toContain(one.base32.slice(0, 8).toLowerCase());
  });
});
