import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEDS } from '../../shared/core/proof.ts';
import { TRIGGERS } from '../../shared/core/trigger.ts';
import { mergedPolicy, type PolicyPart } from '../../shared/policy/merge.ts';
import { readPolicy } from '../../shared/policy/read.ts';
import { validDocument } from './documents.ts';

const SOURCES = ['managed', 'flag', 'user', 'launcher'] as const;
const TIMES = ['timeoutMs', 'graceMs', 'settleMs', 'purgeSettleMs'] as const;
const client = fc.constantFrom(undefined, 'wechat', 'slack', 'nobody');
const partOf = (source: PolicyPart['source']) =>
  validDocument.map((one): PolicyPart => ({ source, ...readPolicy(one).said }));

const parts = fc.subarray([...SOURCES]).chain((sources) => fc.tuple(...sources.map(partOf)));

describe('a weaker source', () => {
  it('never widens a stronger one', () => {
    fc.assert(
      fc.property(parts, client, (all, id) => {
        const ranked = [...all].sort(
          (a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source),
        );
        const with_ = mergedPolicy(ranked, id).policy;
        const without = mergedPolicy(ranked.slice(0, -1), id);
        const strong = without.policy;
        if (strong.hold) expect(with_.hold).toBe(true);
        if (strong.force === 'never') expect(with_.force).toBe('never');
        if (strong.doubts === 'strict') expect(with_.doubts).toBe('strict');
        if (strong.secondLook) expect(with_.secondLook).toBe(true);
        if (strong.audit === 'required') expect(with_.audit).toBe('required');
        for (const deed of DEEDS)
          for (const trigger of TRIGGERS)
            expect(with_.demand?.[deed]?.[trigger] ?? []).toEqual(
              expect.arrayContaining([...(strong.demand?.[deed]?.[trigger] ?? [])]),
            );
        for (const field of [...TIMES, 'wipe', 'residueHours', 'logDays', 'evidence'] as const)
          if (without.origin[field]) expect(with_[field]).toEqual(strong[field]);
      }),
    );
  });
});

describe('a merge', () => {
  it('is the same in whatever order the sources come', () => {
    fc.assert(
      fc.property(
        parts.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        client,
        ([all, shuffled], id) => {
          expect(mergedPolicy(shuffled, id)).toEqual(mergedPolicy(all, id));
        },
      ),
    );
  });

  it('names a source for each value that is said, and for each proof that is demanded', () => {
    fc.assert(
      fc.property(parts, client, (all, id) => {
        const { policy, origin, demandedBy } = mergedPolicy(all, id);
        const said = all.flatMap((one) => [
          ...Object.keys(one.says),
          ...Object.keys((id === undefined ? {} : one.clients?.[id]) ?? {}),
        ]);
        expect(new Set(Object.keys(origin))).toEqual(new Set(said));
        for (const deed of DEEDS)
          for (const trigger of TRIGGERS)
            expect((demandedBy[deed]?.[trigger] ?? []).map(({ proof }) => proof).sort()).toEqual(
              [...(policy.demand?.[deed]?.[trigger] ?? [])].sort(),
            );
      }),
    );
  });

  it('counts an untrusted file as a person’s own, after the own one', () => {
    const both: PolicyPart[] = [
      { source: 'user', file: 'managed.json', untrusted: true, says: { timeoutMs: 1, hold: true } },
      { source: 'user', file: 'own.json', says: { timeoutMs: 2 } },
    ];
    for (const all of [both, [...both].reverse()])
      expect(mergedPolicy(all).policy).toMatchObject({ timeoutMs: 2, hold: true });
  });
});
