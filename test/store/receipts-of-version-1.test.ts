import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '../../shared/core/reason.ts';
import { upgraded, type Receipt1 } from '../../shared/core/receipt-1.ts';
import { receipt1Schema } from '../../shared/schema/receipt-1.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { appendReceipt } from '../../shared/store/append-receipt.ts';
import { OLD_RECEIPTS, RECEIPTS } from '../../shared/store/receipt-files.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import { receiptOf } from '../core/receipts.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

/** What 0.1 (24314d7) wrote on 2026-11-30 for an evening with the practice client; its folders were renamed. */
const RECORDED = 'test/recorded/receipts/version-1.jsonl';

const oldState = (): string => {
  const state = folder();
  copyFileSync(RECORDED, path.join(state, OLD_RECEIPTS.current));
  return state;
};
const evening = () => readReceipts(oldState()).receipts;

describe('receipts of version 1', () => {
  it('are read as receipts of today, none of them damaged', () => {
    const { receipts, damaged, newer } = readReceipts(oldState());
    expect([receipts.length, damaged, newer]).toEqual([10, 0, 0]);
    for (const one of receipts) expect(receiptSchema.parse(one)).toEqual(one);
  });

  it('say how each request ended, as its exit code did', () => {
    expect(evening().map(({ request, result, verdict }) => [request, result, verdict])).toEqual([
      ['purge', 'refused', 'still-running'],
      ['hide', 'nothing-to-do', 'still-running'],
      ['exit', 'done', 'gone'],
      ['exit', 'nothing-to-do', 'gone'],
      ['purge', 'done', 'gone'],
      ['restore', 'done', 'gone'],
      ['exit', 'partly', 'still-running'],
      ['exit', 'done', 'gone'],
      ['force', 'done', 'gone'],
      ['exit', 'nothing-to-do', 'gone'],
    ]);
  });

  it('name by what the client was asked, and what the machine said, apart', () => {
    const [first, wait] = evening()[6]?.steps ?? [];
    expect(first).toMatchObject({ method: 'tray-menu', label: 'Quit Practice' });
    expect(wait).toMatchObject({ why: 'still-there', detail: 'practice (158)' });
  });

  it('keep what the second observer said, out of the steps', () => {
    const look = evening()[3];
    expect([look?.steps, look?.secondLook]).toEqual([[], { outcome: 'agrees' }]);
  });

  it('keep where they lie, as data', () => {
    const fault = { code: 'ENOTDIR', path: '/home/anna/blocked/clean-exit' };
    expect(evening().at(-1)).toMatchObject({
      lockedIn: { folder: '/home/anna/run/clean-exit/claims', fault },
    });
  });
});

/** What version 1 put into its texts: a code, a code with its detail, or whatever a machine said. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(...REASON_CODES, 'tray-menu', 'signal', 'constructor', 'EPERM something'),
  fc
    .tuple(fc.constantFrom(...REASON_CODES, 'window', '__proto__'), fc.string())
    .map(([code, detail]) => `${code}: ${detail}`),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const step1 = fc.record({
  kind: fc.constantFrom('look', 'ask', 'wait', 'end', 'close', 'settle', 'remove', 'restore'),
  subject: fc.string(),
  outcome: fc.constantFrom('done', 'already', 'skipped', 'failed'),
  why: maybe(text),
  ms: fc.nat(),
});

describe('whatever a receipt of version 1 says', () => {
  it('comes out as one that the published schema accepts, and no text of it is lost', () => {
    const [first] = readFileSync(RECORDED, 'utf8').split('\n');
    const old = JSON.parse(first ?? '') as Receipt1;
    fc.assert(
      fc.property(fc.array(step1), text, maybe(text), maybe(text), (steps, why, bytesWhy, not) => {
        const left = { ...old.left, bytes: null, unseen: [{ what: 'windows', why }], bytesWhy };
        const line = { ...old, steps, left, notKept: not, keptIn: { folder: null, why } };
        const read = upgraded(receipt1Schema.parse(JSON.parse(JSON.stringify(line))) as Receipt1);
        expect(receiptSchema.parse(read)).toEqual(read);
        const [unseen] = read.left.unseen;
        const { why: code, detail } = unseen ?? {};
        expect([`${code}: ${detail}`, code, detail]).toContain(why);
      }),
    );
  });

  it('is a fault with the whole text where it begins with no code', () => {
    const [first] = readFileSync(RECORDED, 'utf8').split('\n');
    const old = JSON.parse(first ?? '') as Receipt1;
    const step = { kind: 'end', subject: 'chat (1)', outcome: 'failed', ms: 5 } as const;
    const of = (why: string) => upgraded({ ...old, steps: [{ ...step, why }] }).steps[0];
    expect(of('EPERM: not permitted')).toEqual({
      ...step,
      ...{ why: 'failed', detail: 'EPERM: not permitted' },
    });
    expect(of('denied: not permitted')).toEqual({
      ...step,
      why: 'denied',
      detail: 'not permitted',
    });
  });
});

describe('two versions in one state folder', () => {
  it('write into files of their own, so that neither calls the other damaged', () => {
    const state = oldState();
    appendReceipt(state, receiptOf('partly'));
    expect(readFileSync(path.join(state, OLD_RECEIPTS.current), 'utf8')).toBe(
      readFileSync(RECORDED, 'utf8'),
    );
    const { receipts, damaged } = readReceipts(state);
    expect([receipts.length, damaged, receipts.at(-1)?.verdict]).toEqual([11, 0, 'partly']);
  });

  it('count a receipt of a later version, and call it neither damaged nor ours', () => {
    const state = folder();
    appendReceipt(state, receiptOf('gone'));
    const line = JSON.stringify({
      ...receiptOf('gone'),
      schema: 'clean-exit/receipt/3',
      result: 7,
    });
    appendFileSync(
      path.join(state, RECEIPTS.current),
      `${line}\n{"schema":"clean-exit/receipt/2"}\n`,
    );
    const { receipts, damaged, newer } = readReceipts(state);
    expect([receipts.length, damaged, newer]).toEqual([1, 1, 1]);
  });
});
