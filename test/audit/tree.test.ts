import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontierFrom, subtreeCount } from '../../shared/audit/frontier.ts';
import { inclusionProof, rootByProof } from '../../shared/audit/inclusion.ts';
import { ED25519 } from '../../shared/audit/suite.ts';
import {
  completeSubtrees,
  hashesOfLeaf,
  leafHash,
  nodeHash,
  rootAt,
  storedCount,
  storedIndex,
} from '../../shared/audit/tree.ts';

const { hash } = ED25519;

/** The leaves of Certificate Transparency's reference tree. */
const LEAVES = [
  ...['', '00', '10', '2021', '3031', '40414243', '5051525354555657'],
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

/** The roots of its first n leaves. */
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** All that is stored for these leaves. */
function storedFor(leaves: readonly Buffer[]): readonly Buffer[] {
  const stored: Buffer[] = [];
  leaves.forEach((leaf, index) => {
    stored.push(...hashesOfLeaf(hash, index, leafHash(hash, leaf), reading(stored)));
  });
  return stored;
}

const reading = (stored: readonly Buffer[]) => (index: number) => {
  const found = stored[index];
  if (!found) throw new Error(`nothing is stored at ${String(index)}`);
  return found;
};

/** RFC 6962, section 2.1, word for word. */
function rootInWords(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return hash();
  if (leaves.length === 1) return leafHash(hash, only);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(hash, rootInWords(leaves.slice(0, k)), rootInWords(leaves.slice(k)));
}

const leavesOf = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(String(n)));

describe('the tree of the audit log', () => {
  it.each(ROOTS.map((root, size) => [size, root]))(
    'has the root of the reference tree for %i leaves',
    (size, root) => {
      const leaves = LEAVES.slice(0, Number(size));
      expect(rootAt(hash, leaves.length, reading(storedFor(leaves))).toString('hex')).toBe(root);
    },
  );

  it('stores its hashes in the order of Go’s sumdb', () => {
    // From tlog_test.go: level 0 is stored at 0, 1, 3, 4, 7; a subtree right behind its last leaf.
    expect([0, 1, 2, 3, 4].map((n) => storedIndex(0, n))).toEqual([0, 1, 3, 4, 7]);
    expect([storedIndex(1, 0), storedIndex(1, 1), storedIndex(2, 0)]).toEqual([2, 5, 6]);
    expect([0, 1, 2, 3, 4, 8].map(storedCount)).toEqual([0, 1, 3, 4, 7, 15]);
  });

  it('has one root, read from what is stored, gone through once, or by the words of RFC 6962', () => {
    fc.assert(
      fc.property(fc.nat(70), fc.nat(70), (size, cut) => {
        const leaves = leavesOf(size);
        const stored = reading(storedFor(leaves));
        const first = Math.min(cut, size);
        const subtrees = completeSubtrees(0, first, stored);
        expect(subtrees).toHaveLength(subtreeCount(first));
        const frontier = frontierFrom(hash, first, subtrees);
        for (const leaf of leaves.slice(first)) frontier.add(leafHash(hash, leaf));
        expect(frontier.size).toBe(size);
        expect(frontier.root()).toEqual(rootInWords(leaves));
        expect(rootAt(hash, size, stored)).toEqual(rootInWords(leaves));
      }),
    );
  });

  it('proves every leaf, and nothing else', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = leavesOf(size);
      const stored = reading(storedFor(leaves));
      const root = rootAt(hash, size, stored);
      leaves.forEach((leaf, index) => {
        const proof = inclusionProof(hash, index, size, stored);
        const by = (at: number, hashes = proof, of = leaf) =>
          rootByProof(hash, leafHash(hash, of), { index: at, size, proof: hashes });
        expect(by(index)).toEqual(root);
        expect(by(index, proof, Buffer.from('other'))).not.toEqual(root);
        expect(by(size)).toBeUndefined();
        expect(by(index, [...proof, root])).toBeUndefined();
        if (size > 1) expect(by((index + 1) % size)).not.toEqual(root);
        if (proof.length > 0) expect(by(index, proof.slice(1))).toBeUndefined();
      });
    }
  });
});
