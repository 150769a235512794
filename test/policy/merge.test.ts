import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, forbiddenBy, type PolicyFile } from '../../shared/core/policy.ts';
import { mergedPolicy, type PolicyPart } from '../../shared/policy/merge.ts';

const TIMES = ['timeoutMs', 'graceMs', 'settleMs', 'purgeSettleMs'] as const;
/** The strongest first: what an administrator, a command, a person and a launcher say. */
const SOURCES = ['managed', 'flag', 'user', 'launcher'] as const;
const STRICT = { hold: true, force: 'never', doubts: 'strict', secondLook: true } as const;

const ms = fc.nat(60_000);
const says: fc.Arbitrary<PolicyFile> = fc.record(
  {
    ...{ timeoutMs: ms, graceMs: ms, settleMs: ms, purgeSettleMs: ms },
    ...{ hold: fc.boolean(), secondLook: fc.boolean() },
    force: fc.constantFrom('allow' as const, 'never' as const),
    doubts: fc.constantFrom('usual' as const, 'strict' as const),
  },
  { requiredKeys: [] },
);
/** One part a source at most, in any order. */
const parts = fc
  .subarray([...SOURCES], { minLength: 0 })
  .chain((sources) =>
    fc.tuple(...sources.map((source) => says.map((one): PolicyPart => ({ source, says: one })))),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const rank = ({ source }: Pick<PolicyPart, 'source'>): number => SOURCES.indexOf(source);

describe('a policy of several sources', () => {
  it('takes each time from the strongest source that says it, in whatever order they come', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...TIMES), (all, name) => {
        const said = all
          .filter((one) => one.says[name] !== undefined)
          .sort((a, b) => rank(a) - rank(b))[0];
        const { policy, origin } = mergedPolicy(all);
        expect(policy[name]).toBe(said?.says[name] ?? DEFAULT_POLICY[name]);
        expect(origin[name]?.source).toBe(said?.source);
      }),
    );
  });

  it('forbids what any source forbids, and says which', () => {
    const strict = fc.constantFrom(...(Object.keys(STRICT) as (keyof typeof STRICT)[]));
    fc.assert(
      fc.property(parts, strict, (all, name) => {
        const { policy, origin } = mergedPolicy(all);
        const who = all.filter((one) => one.says[name] === STRICT[name]);
        expect(policy[name] === STRICT[name]).toBe(who.length > 0);
        if (who.length > 0)
          expect(origin[name]?.source).toBe(who.sort((a, b) => rank(a) - rank(b))[0]?.source);
      }),
    );
  });

  it('is the usual one where nobody says anything, and then from nowhere', () => {
    expect(mergedPolicy([])).toEqual({ policy: DEFAULT_POLICY, origin: {}, demandedBy: {} });
    expect(mergedPolicy([{ source: 'user', says: {} }]).policy).toEqual(DEFAULT_POLICY);
  });

  it('is never less than complete', () => {
    fc.assert(
      fc.property(parts, (all) => {
        expect(Object.keys(mergedPolicy(all).policy)).toEqual(
          expect.arrayContaining(Object.keys(DEFAULT_POLICY)),
        );
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
    const both = [
      { source: 'user', says: own },
      { source: 'managed', says: managed },
    ] as const;
    expect(mergedPolicy(both).policy).toEqual({ ...DEFAULT_POLICY, ...merged });
  });

  it('is named by a refusal, with the file that forbids', () => {
    const file = '/etc/clean-exit/policy.json';
    const { origin } = mergedPolicy([
      { source: 'managed', file, says: { force: 'never' } },
      { source: 'user', file: '/home/anna/policy.json', says: { force: 'allow' } },
    ]);
    expect(forbiddenBy(origin, 'force')).toEqual({ detail: file });
    expect(forbiddenBy(origin, 'hold')).toEqual({});
    expect(forbiddenBy(undefined, 'force')).toEqual({});
  });
});
