import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClean } from '../../shared/core/is-clean.ts';
import type { Receipt, StepLine } from '../../shared/core/receipt.ts';
import { REQUESTS } from '../../shared/core/requests/index.ts';
import { resultOf } from '../../shared/core/result.ts';
import { receiptOf } from './receipts.ts';

const STEP = { kind: 'ask', subject: 'chat (1)', outcome: 'done', ms: 1 } as const;
const WAIT = { ...STEP, kind: 'wait' } as const;
const CALLED_OFF: StepLine = { ...WAIT, outcome: 'skipped', why: 'cancelled' };
const NO = { code: 'denied', subject: 'chat' } as const;
const HELD = { code: 'hold', subject: 'chat' } as const;

describe('how a request ended', () => {
  it.each<[result: Receipt['result'], what: string, parts: Partial<Receipt>]>([
    ['done', 'where it was asked and is gone', {}],
    ['nothing-to-do', 'where nobody was there', { steps: [] }],
    ['nothing-to-do', 'where it was only watched', { steps: [{ ...WAIT, kind: 'settle' }] }],
    ['nothing-to-do', 'where it had left before', { steps: [{ ...STEP, outcome: 'already' }] }],
    ['partly', 'where it is still there', { verdict: 'still-running' }],
    ['partly', 'where nobody was there and not all was seen', { verdict: 'unknown', steps: [] }],
    ['done', 'where a hold forbids the wipe behind an exit', { refusals: [HELD] }],
    ['refused', 'where a hold forbids a purge', { request: 'purge', refusals: [HELD], steps: [] }],
    ['partly', 'where some of it was refused', { refusals: [NO] }],
    ['refused', 'where it was refused before anything was done', { refusals: [NO], steps: [] }],
    ['refused', 'where only a wait came before', { refusals: [NO], steps: [WAIT] }],
    [
      'cancelled',
      'where the person called it off',
      { verdict: 'partly', steps: [STEP, { ...WAIT, outcome: 'skipped', why: 'cancelled' }] },
    ],
    [
      'cancelled',
      'where the person said no',
      { refusals: [{ code: 'declined', subject: 'chat' }], steps: [] },
    ],
    ['done', 'where it was called off and is gone all the same', { steps: [STEP, CALLED_OFF] }],
  ])('is %s %s', (result, _, parts) => {
    expect(resultOf({ ...receiptOf('gone'), ...parts })).toBe(result);
  });

  it('is clean just where nothing was refused and it is as it was asked, whatever the steps', () => {
    fc.assert(
      fc.property(receipts, (one) => {
        const isAsAsked = REQUESTS[one.request as 'exit'].isDone(one);
        const result = resultOf(one);
        expect(isClean({ result })).toBe(isAsAsked && one.refusals.length === 0);
        // What says that something was done has a step that did it.
        if (result === 'done')
          expect(one.steps.some(({ outcome }) => outcome === 'done')).toBe(true);
        if (result === 'refused') expect(one.refusals).not.toEqual([]);
      }),
    );
  });
});

const receipts = fc.record({
  ...Object.fromEntries(
    Object.entries(receiptOf('gone')).map(([name, one]) => [name, fc.constant(one)]),
  ),
  request: fc.constantFrom('exit', 'force', 'purge', 'hide'),
  verdict: fc.constantFrom('gone', 'still-running', 'partly', 'unknown'),
  refusals: fc.constantFrom([], [NO]),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom('ask', 'wait', 'end', 'settle', 'remove'),
      subject: fc.constant('chat'),
      outcome: fc.constantFrom('done', 'already', 'skipped', 'failed'),
      ms: fc.constant(0),
    }),
    { maxLength: 4 },
  ),
}) as unknown as fc.Arbitrary<Receipt>;
