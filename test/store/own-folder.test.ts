import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inBounds, LINE_LENGTH } from '../../shared/core/receipt-in-bounds.ts';
import { makeOwnFolder } from '../../shared/machine/files/own-folder.ts';
import { record } from '../../shared/store/record.ts';
import { allReceipts } from '../../shared/store/all-receipts.ts';
import { appendReceipt } from '../../shared/store/append-receipt.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { receiptOf } from '../core/receipts.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

describe('a folder of ours', () => {
  it('is made for us alone, with all above it', () => {
    const at = path.join(folder(), 'a/b/c');
    makeOwnFolder(at);
    expect(statSync(at).mode & 0o777).toBe(0o700);
  });

  it.each([0o777, 0o702])('into which others may write (%o) is not used', (mode) => {
    const at = folder();
    const own = path.join(at, 'state/clean-exit');
    makeOwnFolder(own);
    chmodSync(path.join(at, 'state'), mode);
    expect(() => makeOwnFolder(own)).toThrow('others may write into');
    chmodSync(path.join(at, 'state'), 0o700);
    chmodSync(own, mode);
    expect(() => makeOwnFolder(own)).toThrow(`others may write into ${own}`);
    expect(() => makeOwnFolder(path.join(own, 'claims'))).toThrow('others may write');
    expect(existsSync(path.join(own, 'claims'))).toBe(false);
  });

  it('is never a link, but may lie behind one of our own', () => {
    const at = folder();
    mkdirSync(path.join(at, 'real'));
    symlinkSync(path.join(at, 'real'), path.join(at, 'linked'));
    expect(() => makeOwnFolder(path.join(at, 'linked'))).toThrow('is a link');
    makeOwnFolder(path.join(at, 'linked/state'));
    expect(existsSync(path.join(at, 'real/state'))).toBe(true);
    chmodSync(path.join(at, 'real'), 0o777);
    expect(() => makeOwnFolder(path.join(at, 'linked/state'))).toThrow('others may write');
  });
});

describe('a receipt', () => {
  it('is never written through a link', () => {
    const state = folder();
    const target = path.join(folder(), 'precious');
    writeFileSync(target, 'mine');
    symlinkSync(target, path.join(state, 'receipts-2.jsonl'));
    expect(() => appendReceipt(state, receiptOf('gone'))).toThrow(
      'a regular file, not a folder, link',
    );
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  it('that the state folder does not take is kept for the session, told, and shown by the log', () => {
    const home = folder();
    const places = {
      ...{ home, ourConfig: `${home}/config`, ourState: `${home}/state`, runtime: `${home}/run` },
    };
    writeFileSync(places.ourState, 'a file in the way');
    mkdirSync(places.runtime, { mode: 0o700 });
    const kept = record(places, receiptOf('gone'));
    expect(kept).toMatchObject({ folder: `${home}/run/clean-exit` });
    expect(kept?.fault.path).toContain(places.ourState);
    expect(allReceipts(places).receipts).toHaveLength(1);
  });

  it('of any size fits into one line, and is still a receipt', () => {
    const refusals = Array.from({ length: 50_000 }, (_, n) => ({
      ...{ code: 'link' as const, subject: `/home/ming/${n}/${'x'.repeat(100)}`, next: 'look' },
    }));
    const huge = { ...receiptOf('partly'), refusals };
    const cut = inBounds(huge);
    expect(JSON.stringify(cut).length).toBeLessThanOrEqual(LINE_LENGTH);
    expect(receiptSchema.parse(cut)).toMatchObject({ shortened: true, verdict: 'partly' });
    expect(inBounds(receiptOf('gone'))).toEqual(receiptOf('gone'));
  });
});
