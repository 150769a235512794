import { appendFileSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { appendReceipt } from '../../shared/store/append-receipt.ts';
import { receiptOf } from '../core/receipts.ts';
import { accessoriesOf } from './host/tree.ts';
import { tidyHomes } from '../cli/home.ts';
import { evening } from './stage.ts';

tidyHomes();

describe('the exit log', () => {
  it('shows the receipts of all surfaces, newest first, each as a page', async () => {
    const { start, home } = await evening('polite');
    await home.run('hide', 'practice');
    await start('safe-exit').ended;
    const view = start('exit-log');
    await view.until('two rows', () => view.all('List.Item').length === 2);
    const rows = view.all('List.Item').map(({ props }) => props['subtitle']);
    expect(rows).toEqual(['Safe exit', 'Hide']);
    expect(view.all('List.Item').map((row) => accessoriesOf(row)[0])).toEqual(['Gone', 'Hidden']);
    expect(view.text()).toMatch(/## Practice is gone/);
    expect(view.text()).toMatch(/Ask .*Practice/);
    view.choose('command line');
    await view.until('one row', () => view.all('List.Item').length === 1);
    await view.press('Copy as JSON');
    const [copied] = view.said.flatMap((one) => ('copied' in one ? [one.copied] : []));
    expect(JSON.parse(copied ?? '')).toMatchObject({ surface: 'command line', request: 'hide' });
  });

  it('names a forced end, and tells what the client has started and what runs elsewhere', async () => {
    const { start, machine } = await evening('nobody');
    const forced = receiptOf('gone');
    const ended = {
      kind: 'end',
      subject: 'chat (1)',
      role: 'root',
      outcome: 'done',
      ms: 5,
    } as const;
    const started = [{ pid: 7, name: 'firefox' }];
    const receipt: Receipt = {
      ...forced,
      ...{ client: 'practice', then: 'force', steps: [ended] },
      left: { ...forced.left, started, elsewhere: 2 },
    };
    mkdirSync(machine.places.ourState, { recursive: true });
    appendReceipt(machine.places.ourState, receipt);
    const view = start('exit-log');
    await view.until('one row', () => view.all('List.Item').length === 1);
    expect(view.all('List.Item').map((row) => accessoriesOf(row)[0])).toEqual(['Gone, forced']);
    expect(view.text()).toMatch(/## .*gone, forced/);
    expect(view.text()).toContain('firefox (7)');
    expect(view.text()).toContain('another desktop');
  });

  it('tells of lines that are no receipts', async () => {
    const { start, home, machine } = await evening('polite');
    await home.run('hide', 'practice');
    appendFileSync(path.join(machine.places.ourState, 'receipts-2.jsonl'), 'torn\n');
    const view = start('exit-log');
    await view.until('the note', () => view.text().includes('1 damaged line'));
  });

  it('names a file of receipts that cannot be read, beside those of the others', async () => {
    const { start, home, machine } = await evening('polite');
    await home.run('hide', 'practice');
    symlinkSync('/dev/null', path.join(machine.places.ourState, 'receipts.jsonl'));
    const view = start('exit-log');
    await view.until('the note', () => view.text().includes('receipts.jsonl cannot be used'));
    expect(view.all('List.Item')).toHaveLength(1);
  });

  it('says that there are none', async () => {
    const { start } = await evening('nobody');
    const view = start('exit-log');
    await view.until('the empty view', () => view.text().includes('No Receipts Yet'));
  });
});
