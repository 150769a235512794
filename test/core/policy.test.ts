import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, mergedPolicy, type PolicyFile } from '../../shared/core/policy.ts';

const TIMES = ['timeoutMs', 'graceMs', 'settleMs', 'purgeSettleMs'] as const;
const ms = fc.nat(60_000);
const file: fc.Arbitrary<PolicyFile> = fc.record(
  {
    ...{ timeoutMs: ms, graceMs: ms, settleMs: ms, purgeSettleMs: ms, hold: fc.boolean() },
    force: fc.constantFrom('allow' as const, 'never' as const),
  },
  { requiredKeys: [] },
);
/** The strongest first. */
const files = fc.array(file, { maxLength: 3 });

describe('a policy of several files', () => {
  it('takes each time from the strongest file that says it, and else the usual one', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(...TIMES), (all, name) => {
        const said = all.map((one) => one[name]).find((one) => one !== undefined);
        expect(mergedPolicy(all)[name]).toBe(said ?? DEFAULT_POLICY[name]);
      }),
    );
  });

  it('forbids what any of them forbids, in whatever order they come', () => {
    fc.assert(
      fc.property(files, file, fc.nat(3), (all, strict, at) => {
        const more = all.toSpliced(at, 0, { ...strict, hold: true, force: 'never' });
        expect(mergedPolicy(more)).toMatchObject({ hold: true, force: 'never' });
      }),
    );
  });

  it('forbids nothing that none of them forbids', () => {
    fc.assert(
      fc.property(files, (all) => {
        fc.pre(!all.some(({ hold, force }) => hold || force === 'never'));
        expect(mergedPolicy(all)).toMatchObject({ hold: false, force: 'allow' });
      }),
    );
  });

  it('is complete, and the usual one where there is none', () => {
    expect(mergedPolicy([])).toEqual(DEFAULT_POLICY);
    fc.assert(
      fc.property(files, (all) => {
        expect(Object.keys(mergedPolicy(all)).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort());
      }),
    );
  });
});

describe('who manages the computer', () => {
  it.each<[what: string, managed: PolicyFile, own: PolicyFile, merged: PolicyFile]>([
    [
      'overrules the time of a person',
      { timeoutMs: 2_000 },
      { timeoutMs: 9 },
      { timeoutMs: 2_000 },
    ],
    [
      'leaves open what it does not say',
      { hold: true },
      { graceMs: 5 },
      { hold: true, graceMs: 5 },
    ],
    ['forbids force', { force: 'never' }, { force: 'allow' }, { force: 'never' }],
    [
      'cannot allow what a person forbids',
      { force: 'allow' },
      { force: 'never' },
      { force: 'never' },
    ],
    ['holds', { hold: true }, { hold: false }, { hold: true }],
    ['cannot lift the hold of a person', { hold: false }, { hold: true }, { hold: true }],
  ])('%s', (_, managed, own, merged) => {
    expect(mergedPolicy([managed, own])).toEqual({ ...DEFAULT_POLICY, ...merged });
  });
});

describe('how a policy takes doubts', () => {
  it('is strict where any of its files says so', () => {
    expect(mergedPolicy([{ doubts: 'usual' }, { doubts: 'strict' }]).doubts).toBe('strict');
    expect(mergedPolicy([{ doubts: 'strict' }, { doubts: 'usual' }]).doubts).toBe('strict');
    expect(mergedPolicy([{}, { doubts: 'usual' }]).doubts).not.toBe('strict');
  });
});
