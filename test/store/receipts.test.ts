import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import type { Places } from '../../shared/core/paths.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { allReceipts } from '../../shared/store/all-receipts.ts';
import { OLD_RECEIPTS, RECEIPTS } from '../../shared/store/receipt-files.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import { appendReceipt } from '../../shared/store/append-receipt.ts';
import { receiptOf } from '../core/receipts.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { program } from './program.ts';

tidy();

const named = (client: string) => ({ ...receiptOf('gone'), client });

/** Programs that keep `count` receipts each at once, of a name of their own. */
async function writers(state: string, names: readonly string[], count: number, limit?: number) {
  const file = await program(`
    import { appendReceipt } from './shared/store/append-receipt.ts';
    const receipt = ${JSON.stringify(receiptOf('gone'))};
    for (let i = 0; i < ${count}; i++)
      appendReceipt(${JSON.stringify(state)}, { ...receipt, client: process.argv[2] + i }, ${limit});`);
  await Promise.all(names.map((name) => execa(process.execPath, [file, name])));
}

describe('receipts', () => {
  it('are kept as whole lines although two programs write at once', async () => {
    const state = folder();
    await writers(state, ['a', 'b'], 200);
    const { receipts, damaged } = readReceipts(state);
    expect([receipts.length, damaged]).toEqual([400, 0]);
  });

  it('are closed after a torn line, which is told and swallows nothing', () => {
    const state = folder();
    appendReceipt(state, receiptOf('gone'));
    writeFileSync(path.join(state, 'receipts-2.jsonl'), '{"schema":"clean-exit/rec', { flag: 'a' });
    appendReceipt(state, receiptOf('partly'));
    const { receipts, damaged } = readReceipts(state);
    expect(receipts.map((receipt) => receipt.verdict)).toEqual(['gone', 'partly']);
    expect(damaged).toBe(1);
  });

  it('move to a second file when there are many, and both are shown', () => {
    const state = folder();
    for (let i = 0; i < 5; i++)
      appendReceipt(state, { ...receiptOf('gone'), client: `c${i}` }, 1_200);
    const kept = readReceipts(state).receipts.map((receipt) => receipt.client);
    expect(kept.at(-1)).toBe('c4');
    expect(readdirSync(state).sort()).toContain('receipts-2.1.jsonl');
  });

  it('are readable by their owner alone', () => {
    const state = folder();
    appendReceipt(state, receiptOf('gone'));
    expect(statSync(path.join(state, 'receipts-2.jsonl')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(state, 'receipts-2.jsonl'), 'utf8').endsWith('\n')).toBe(true);
  });

  it('are told where they cannot be kept', async () => {
    const state = folder();
    await execa('mkfifo', [path.join(state, 'receipts-2.jsonl')]);
    expect(() => appendReceipt(state, receiptOf('gone'))).toThrow(
      `${path.join(state, 'receipts-2.jsonl')} cannot be used: a regular file`,
    );
    expect(String(readReceipts(state).faults[0])).toContain('a regular file');
  });
});

describe('the second file', () => {
  it('takes the place of nothing but a full one, however many programs write', async () => {
    const state = folder();
    const size = JSON.stringify(named('a100')).length + 1;
    // Every third line fills the file, so that somebody is always about to move it.
    for (let round = 0; round < 4; round++) await writers(state, ['a', 'b', 'c'], 150, size * 3);
    const second = readFileSync(path.join(state, 'receipts-2.1.jsonl'), 'utf8');
    expect(second.trim().split('\n').length).toBeGreaterThanOrEqual(3);
    expect(readdirSync(state).sort()).toEqual(
      ['receipts-2.1.jsonl', 'receipts-2.jsonl'].filter((name) =>
        existsSync(path.join(state, name)),
      ),
    );
    expect(readReceipts(state).damaged).toBe(0);
  });

  it('loses nothing while it is moved once', async () => {
    const state = folder();
    const size = JSON.stringify(named('a100')).length + 1;
    await writers(state, ['a', 'b', 'c'], 200, size * 400);
    const { receipts, damaged } = readReceipts(state);
    expect([new Set(receipts.map(({ client }) => client)).size, damaged]).toEqual([600, 0]);
  });

  it('that cannot be made is no reason to say that a receipt was not kept', () => {
    const state = folder();
    mkdirSync(path.join(state, 'receipts-2.1.jsonl'));
    writeFileSync(path.join(state, 'receipts-2.1.jsonl/in-the-way'), '');
    for (const name of ['a', 'b']) appendReceipt(state, named(name), 10);
    const kept = readFileSync(path.join(state, 'receipts-2.jsonl'), 'utf8').trim().split('\n');
    expect(kept).toHaveLength(2);
  });

  it('is made although somebody died while making it', () => {
    const state = folder();
    writeFileSync(
      path.join(state, 'receipts-2.jsonl.rotating'),
      JSON.stringify({ pid: 1, startTime: 'another boot', request: 'rotate', since: 'long ago' }),
    );
    appendReceipt(state, named('a'), 10);
    expect(readdirSync(state)).toEqual(['receipts-2.1.jsonl']);
  });
});

describe('a file that cannot be read', () => {
  const FILES = [...Object.values(OLD_RECEIPTS), ...Object.values(RECEIPTS)];
  const placesAt = (ourState: string) => ({ ourState }) as Places;

  it.each(FILES)('hides no other receipt of its folder: %s', (name) => {
    const state = folder();
    const line = `${JSON.stringify(named('a'))}\n`;
    for (const other of FILES) writeFileSync(path.join(state, other), line);
    rmSync(path.join(state, name));
    symlinkSync('/dev/null', path.join(state, name));
    const { receipts, faults } = allReceipts(placesAt(state));
    expect(receipts).toHaveLength(3);
    expect(faults).toEqual([{ code: 'not-a-file', path: path.join(state, name) }]);
  });

  it('is thrown where there is no receipt beside it', () => {
    const state = folder();
    symlinkSync('/dev/null', path.join(state, RECEIPTS.current));
    expect(() => allReceipts(placesAt(state))).toThrow(RECEIPTS.current);
  });
});

describe('a receipt that a later version wrote', () => {
  const later = {
    ...named('a'),
    steps: [
      {
        kind: 'ask',
        subject: 'chat (1)',
        outcome: 'failed',
        method: 'telepathy',
        label: 'x',
        ms: 5,
      },
      { kind: 'end', subject: 'chat (1)', outcome: 'failed', why: 'constructor', ms: 5 },
    ],
    refusals: [{ code: 'toString', subject: 'chat' }],
    consent: { by: 'nod' },
    left: { ...receiptOf('gone').left, unseen: [{ what: 'windows', why: 'fog' }], weather: 'dull' },
    mood: ['good'],
  };
  const reading = (line: object) => {
    const state = folder();
    writeFileSync(path.join(state, RECEIPTS.current), `${JSON.stringify(line)}\n`);
    return readReceipts(state);
  };

  it('is read whole, with the codes and fields that this one does not know', () => {
    expect(reading(later)).toMatchObject({ receipts: [later], damaged: 0, newer: 0 });
    expect(receiptSchema.safeParse(later).success).toBe(false);
  });

  it.each([
    ['a code that is no text', { ...later, refusals: [{ code: 7, subject: 'chat' }] }],
    ['a verdict that nobody knows', { ...later, verdict: 'asleep' }],
  ])('is damaged with %s', (_, line) => {
    expect(reading(line)).toMatchObject({ receipts: [], damaged: 1 });
  });
});

describe('reading receipts', () => {
  it.each([
    ['a part', '{"schema":"clean-exit/rec'],
    ['something else', '{"schema":"clean-exit/status/1"}'],
    ['without its time', JSON.stringify({ ...receiptOf('gone'), at: undefined })],
    ['with a time that is none', JSON.stringify({ ...receiptOf('gone'), at: 'yesterday' })],
    ['without its steps', JSON.stringify({ ...receiptOf('gone'), steps: null })],
    ['a list', '[]'],
  ])('counts a damaged line: %s', (_, line) => {
    const state = folder();
    appendReceipt(state, named('a'));
    writeFileSync(path.join(state, 'receipts-2.jsonl'), `${line}\n`, { flag: 'a' });
    appendReceipt(state, named('b'));
    const { receipts, damaged } = readReceipts(state);
    expect(receipts).toEqual([named('a'), named('b')]);
    expect(damaged).toBe(1);
  });

  it('reads only the end of a huge file, from a whole line on, and says so', () => {
    const state = folder();
    const file = path.join(state, 'receipts-2.jsonl');
    const lines = Array.from({ length: 300 }, (_, i) => JSON.stringify(named(`c${i}`)));
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { receipts, damaged, unread } = readReceipts(state, 10_000);
    expect(damaged).toBe(0);
    expect(receipts.at(-1)?.client).toBe('c299');
    const read = receipts.map((one) => JSON.stringify(one).length + 1).reduce((a, b) => a + b, 0);
    expect(read).toBeLessThanOrEqual(10_000);
    expect(unread).toBe(statSync(file).size - read);
  });
});
