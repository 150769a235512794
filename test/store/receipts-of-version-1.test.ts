import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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
