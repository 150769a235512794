import { createHash, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, splitLine } from '../../shared/audit/line.ts';
import { eventAt, newKey } from './made.ts';

const { publicKey, suite } = newKey();
const chain = '7d444840-9dc0-11d1-b245-5ffdce74fad2';

describe('a line of the audit log', () => {
  it('has the hash of its own bytes before the seal, and a signature over them', () => {
    const { line, fingerprint } = lineOf(eventAt(1), { chain, sequence: 0 }, suite);
    const split = splitLine(Buffer.from(line));
    expect(split?.fingerprint).toBe(fingerprint);
    expect(
      createHash('sha256')
        .update(split?.body ?? '')
        .digest('hex'),
    ).toBe(fingerprint);
    expect(
      verify(null, split?.body ?? Buffer.of(), publicKey, split?.signature ?? Buffer.of()),
    ).toBe(true);
  });

  it('says in its body which line is before it', () => {
    const previous = 'cd'.repeat(32);
    const { line } = lineOf(eventAt(1), { chain, sequence: 7, previous }, suite);
    const body = splitLine(Buffer.from(line))?.body.toString();
    expect(body).toContain(`"prev_event":{"fingerprint":{"algorithm":"SHA-256"`);
    expect(body).toContain(previous);
    expect(JSON.parse(line)).toMatchObject({
      metadata: { sequence: 7 },
      unmapped: { attestation_list: [{ chain_uid: chain }] },
    });
  });

  it('is one line of JSON whatever its texts are, and is divided at its own seal', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant(',"fingerprint":{"algorithm":"SHA-256","algorithm_id":3,"value":"'),
      fc.constant('\n'),
      fc.constant('\ud800'),
    );
    fc.assert(
      fc.property(text, text, (client, detail) => {
        const clean_exit = {
          phase: 'outcome',
          client,
          fingerprint: { algorithm: detail },
        } as const;
        const made = lineOf(
          eventAt(1, { unmapped: { clean_exit } }),
          { chain, sequence: 0 },
          suite,
        );
        expect(made.line).not.toMatch(/[\n\r]/);
        const split = splitLine(Buffer.from(made.line));
        expect(suite.hash(split?.body ?? Buffer.of()).toString('hex')).toBe(made.fingerprint);
        expect(JSON.parse(made.line)).toMatchObject({
          unmapped: { clean_exit: { phase: 'outcome' } },
        });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a seal without its end', ',"fingerprint":{"algorithm":"SHA-256","algorithm_id":3'],
    ['a space behind it', `${lineOf(eventAt(1), { chain, sequence: 0 }, suite).line} `],
  ])('is none with %s', (_, line) => {
    expect(splitLine(Buffer.from(line))).toBeUndefined();
  });
});
