import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Policy } from '../../shared/core/model.ts';
import { PROOF_KINDS, type DemandTable } from '../../shared/core/proof.ts';
import { policyDigest } from '../../shared/store/policy-digest.ts';

const proofs = fc.subarray([...PROOF_KINDS]);
const row = fc.record({ person: proofs, schedule: proofs, order: proofs }, { requiredKeys: [] });
const demands: fc.Arbitrary<DemandTable> = fc.record(
  { exit: row, force: row, purge: row },
  { requiredKeys: [] },
);
const policies: fc.Arbitrary<Policy> = fc
  .record({
    ...{ timeoutMs: fc.nat(), hold: fc.boolean(), demand: demands },
  })
  .map((some) => ({ ...DEFAULT_POLICY, ...some }));

/** The same with the fields of each object the other way round. */
const turned = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .map(([name, one]) => [name, turned(one)] as const)
          .reverse(),
      );

describe('the digest of a policy', () => {
  it('is the same in whatever order its fields are written, at any depth', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(policyDigest(turned(policy) as Policy)).toBe(policyDigest(policy));
      }),
    );
  });

  it('is another one for another policy', () => {
    fc.assert(
      fc.property(policies, policies, (policy, other) => {
        fc.pre(JSON.stringify(policy) !== JSON.stringify(other));
        expect(policyDigest(other)).not.toBe(policyDigest(policy));
      }),
    );
  });
});
