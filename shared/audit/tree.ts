/** A hash over these bytes, one after another; 32 bytes. */
export type Hash = (...parts: readonly Uint8Array[]) => Buffer;

/** The hash that is stored at this index. */
export type StoredHash = (index: number) => Buffer;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962, section 2.1: the leaf of a line without its line break. */
export const leafHash = (hash: Hash, line: Uint8Array): Buffer => hash(LEAF, line);

export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Buffer =>
  hash(NODE, left, right);

/** How many hashes are stored for this many leaves: every leaf and every complete subtree. */
export function storedCount(size: number): number {
  let count = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left;
  return count;
}

/** Where the nth subtree of 2^level leaves is stored, as StoredHashIndex of Go's sumdb/tlog has it. */
export function storedIndex(level: number, n: number): number {
  let leaf = n;
  for (let at = level; at > 0; at--) leaf = 2 * leaf + 1;
  return storedCount(leaf) + level;
}

/** What is stored for a new leaf of this number: the leaf, then every subtree that it completes. */
export function hashesOfLeaf(
  hash: Hash,
  index: number,
  leaf: Buffer,
  stored: StoredHash,
): readonly Buffer[] {
  const hashes = [leaf];
  let whole = leaf;
  for (let level = 0, n = index; n % 2 === 1; level++, n = (n - 1) / 2) {
    whole = nodeHash(hash, stored(storedIndex(level, n - 1)), whole);
    hashes.push(whole);
  }
  return hashes;
}

/** The roots of the complete subtrees of a range of leaves, the largest first; `from` is a multiple of the largest. */
export function completeSubtrees(from: number, to: number, stored: StoredHash): readonly Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at + 2 ** (level + 1) <= to) level++;
    hashes.push(stored(storedIndex(level, at / 2 ** level)));
    at += 2 ** level;
  }
  return hashes;
}

/** The root over complete subtrees, the largest first; of none, the hash of nothing. */
export function rootOf(hash: Hash, subtrees: readonly Buffer[]): Buffer {
  const last = subtrees.at(-1);
  if (!last) return hash();
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last);
}

/** The root of the tree of the first `size` leaves, in O(log n). */
export const rootAt = (hash: Hash, size: number, stored: StoredHash): Buffer =>
  rootOf(hash, completeSubtrees(0, size, stored));
