import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../observe.ts';
import type { Request } from '../../shared/core/model.ts';
import { rootIdentities } from '../../shared/core/root-identities.ts';
import type { Agreement, Receipt } from '../../shared/core/receipt.ts';
import { openEngine } from '../../shared/engine/engine.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';

import { CHAT } from '../laws/stage.ts';
import { memoryStore } from './memory-store.ts';
import { chat } from './scenes.ts';

const CLIENT = { client: 'chat' } as const;

/** The receipt of a request to a client that runs, through the whole engine. */
async function receiptFor(
  request: Request,
  more: Parameters<typeof openEngine>[0] | object = {},
  agreed: Agreement = 'question',
) {
  const kept: Receipt[] = [];
  const store = memoryStore([CHAT], { receipts: kept });
  const machine = simulatedMachine(chat());
  const engine = openEngine({ machine, store, surface: 'test', ...more });
  const receipt = await engine.run(request, { satisfy: async () => agreed });
  expect(kept).toEqual([receipt]);
  return receiptSchema.parse(receipt);
}

describe('a receipt', () => {
  it('says who caused the request, by which program and under which policy', async () => {
    const said = { trigger: 'person', program: expect.stringMatching(/^\d/) as string };
    const receipt = await receiptFor({ kind: 'exit', ...CLIENT });
    expect(receipt).toMatchObject({
      ...said,
      id: 'receipt-1',
      policy: 'sha256:0',
      surface: 'test',
    });
    const scheduled = await receiptFor({ kind: 'exit', ...CLIENT }, { trigger: 'schedule' });
    expect(scheduled.trigger).toBe('schedule');
  });

  it('says what a purge was to take, and how the person agreed', async () => {
    const purge = { kind: 'purge', ...CLIENT, tiers: ['cache', 'leftover'] } as const;
    const receipt = await receiptFor({ ...purge, account: 'ming', permanently: true });
    expect(receipt).toMatchObject({
      ...{ tiers: ['cache', 'leftover'], account: 'ming', permanently: true, result: 'refused' },
    });
    expect((await receiptFor({ kind: 'purge', ...CLIENT })).tiers).toEqual(['cache']);
    expect((await receiptFor({ kind: 'exit', ...CLIENT })).consent).toBeUndefined();
  });

  it.each([
    ['question', 1],
    ['hold', 1],
    ['option', undefined],
  ] as const)('says how a force was agreed to, and whom that named: %s', async (by, count) => {
    const receipt = await receiptFor({ kind: 'force', ...CLIENT }, {}, by);
    expect(receipt).toMatchObject({ consent: { by }, verdict: 'gone' });
    expect(receipt.only?.length).toBe(count);
  });

  it('names the roots that the person saw', async () => {
    const { processes } = await snapshotOf(simulatedMachine(chat()), [CHAT], {
      ...{ trayIcons: false, windows: false },
    });
    const all = processes.known ? processes.value : [];
    const only = rootIdentities(all.map((one) => ({ ...one, role: 'root' as const })));
    const receipt = await receiptFor({ kind: 'exit', ...CLIENT, only });
    expect(receipt.only).toEqual(only);
  });

  it('has no sentence in it: each step and refusal is a code', async () => {
    const { steps, refusals } = await receiptFor({ kind: 'purge', ...CLIENT });
    expect(refusals).toMatchObject([{ code: 'client-running' }]);
    for (const one of [...steps, ...refusals]) expect(one).not.toHaveProperty('next');
  });
});
