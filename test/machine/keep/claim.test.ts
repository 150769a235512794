import { mkdirSync, readdirSync, writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { takeClaim, type Holder } from '../../../shared/machine/claim.ts';
import { keepReceipt, keptReceipts } from '../../../shared/machine/keep/receipts.ts';
import { receiptOf } from '../../core/receipts.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

const holder = (pid: number, request = 'exit'): Holder => ({
  pid,
  startTime: String(pid),
  request,
  since: 'now',
});
const alive =
  (...pids: number[]) =>
  (one: Holder): boolean =>
    pids.includes(one.pid);

describe('the right to act on a client', () => {
  it('is held by one at a time, and the other learns by whom', () => {
    const file = path.join(folder(), 'claims', 'chat');
    const first = takeClaim(file, holder(1), alive(1, 2));
    expect(first.granted).toBe(true);
    expect(takeClaim(file, holder(2), alive(1, 2))).toEqual({ granted: false, holder: holder(1) });
    if (first.granted) first.release();
    expect(takeClaim(file, holder(2), alive(1, 2)).granted).toBe(true);
  });

  it('is taken from a holder that is proven dead', () => {
    const file = path.join(folder(), 'chat');
    takeClaim(file, holder(1), alive(1));
    expect(takeClaim(file, holder(2), alive(2)).granted).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual(['chat']);
  });

  it('is taken also where somebody died while breaking it', () => {
    const file = path.join(folder(), 'chat');
    takeClaim(file, holder(1), alive(1));
    takeClaim(`${file}.broken`, holder(2), alive(2));
    expect(takeClaim(file, holder(3), alive(3)).granted).toBe(true);
  });

  it('is not released by somebody who no longer has it', () => {
    const file = path.join(folder(), 'chat');
    const late = takeClaim(file, holder(1), alive(1));
    takeClaim(file, holder(2), alive(2));
    if (late.granted) late.release();
    expect(takeClaim(file, holder(3), alive(2, 3))).toMatchObject({
      granted: false,
      holder: { pid: 2 },
    });
  });

  it('is not taken on the word of a file that nobody can read', () => {
    const file = path.join(folder(), 'chat');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '{"pid":');
    expect(takeClaim(file, holder(1), alive(1)).granted).toBe(false);
  });
});

describe('receipts', () => {
  it('are kept as whole lines although two programs write at once', async () => {
    const state = folder();
    const module = path.resolve('shared/machine/keep/receipts.ts');
    const writer = (name: string): string =>
      `import { keepReceipt } from ${JSON.stringify(module)};
       const receipt = ${JSON.stringify(receiptOf('gone'))};
       for (let i = 0; i < 200; i++) keepReceipt(${JSON.stringify(state)}, { ...receipt, client: ${JSON.stringify(name)} + i });`;
    const { build } = await import('esbuild');
    const run = async (name: string): Promise<void> => {
      const file = path.join(state, `${name}.mjs`);
      await build({
        stdin: { contents: writer(name), resolveDir: '.' },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: file,
      });
      await execa(process.execPath, [file]);
    };
    await Promise.all([run('a'), run('b')]);
    const { receipts, damaged } = keptReceipts(state);
    expect(damaged).toBe(0);
    expect(receipts.length).toBe(400);
  });

  it('are closed after a torn line, which is told and swallows nothing', () => {
    const state = folder();
    keepReceipt(state, receiptOf('gone'));
    writeFileSync(path.join(state, 'receipts.jsonl'), '{"schema":"clean-exit/rec', { flag: 'a' });
    keepReceipt(state, receiptOf('partly'));
    const { receipts, damaged } = keptReceipts(state);
    expect(receipts.map((receipt) => receipt.verdict)).toEqual(['gone', 'partly']);
    expect(damaged).toBe(1);
  });

  it('move to a second file when there are many, and both are shown', () => {
    const state = folder();
    for (let i = 0; i < 5; i++)
      keepReceipt(state, { ...receiptOf('gone'), client: `c${i}` }, 1_200);
    const kept = keptReceipts(state).receipts.map((receipt) => receipt.client);
    expect(kept.at(-1)).toBe('c4');
    expect(readdirSync(state).sort()).toContain('receipts.1.jsonl');
  });

  it('are readable by their owner alone', async () => {
    const state = folder();
    keepReceipt(state, receiptOf('gone'));
    const { statSync } = await import('node:fs');
    expect(statSync(path.join(state, 'receipts.jsonl')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(state, 'receipts.jsonl'), 'utf8').endsWith('\n')).toBe(true);
  });
});
