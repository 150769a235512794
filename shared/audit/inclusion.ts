import { completeSubtrees, nodeHash, rootOf, type Hash, type StoredHash } from './tree.ts';

/**
 * The hashes that lead from this leaf to the root of the tree of this size, the leaf's sibling first (RFC 6962, section
 * 2.1.1), in O(log n) stored hashes for each step. The index is below the size.
 */
export function inclusionProof(
  hash: Hash,
  index: number,
  size: number,
  stored: StoredHash,
): readonly Buffer[] {
  const proof: Buffer[] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + largestPowerBelow(to - from);
    const [other, end] = index < middle ? [middle, to] : [from, middle];
    proof.push(rootOf(hash, completeSubtrees(other, end, stored)));
    if (index < middle) to = middle;
    else from = middle;
  }
  return proof.reverse();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The root that this leaf and proof lead to; undefined where the proof has another length than the tree asks for. */
export function rootByProof(
  hash: Hash,
  leaf: Buffer,
  { index, size, proof }: { index: number; size: number; proof: readonly Buffer[] },
): Buffer | undefined {
  if (index < 0 || index >= size) return undefined;
  let [at, last, root] = [index, size - 1, leaf];
  for (const other of proof) {
    if (last === 0) return undefined;
    // RFC 9162, section 2.1.3.2: the same tree, checked from the leaf up.
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, other, root);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(hash, root, other);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}
