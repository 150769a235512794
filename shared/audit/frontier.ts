import { nodeHash, rootOf, type Hash } from './tree.ts';

/** The tree of the lines so far, as far as its root needs it: its complete subtrees. */
export interface Frontier {
  /** How many leaves it has. */
  readonly size: number;
  add(leaf: Buffer): void;
  /** The root of the tree so far. */
  root(): Buffer;
}

/** A tree that leaves are added to, from the complete subtrees of `size` leaves, the largest first. */
export function frontierFrom(hash: Hash, size = 0, subtrees: readonly Buffer[] = []): Frontier {
  const whole = [...subtrees];
  let count = size;
  return {
    get size() {
      return count;
    },
    add(leaf) {
      let right = leaf;
      for (let n = count; n % 2 === 1; n = (n - 1) / 2) {
        const left = whole.pop();
        // A list of another length than the size asks for is refused before this.
        if (left) right = nodeHash(hash, left, right);
      }
      whole.push(right);
      count++;
    },
    root: () => rootOf(hash, whole),
  };
}

/** How many complete subtrees a tree of this size has. */
export function subtreeCount(size: number): number {
  let count = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left % 2;
  return count;
}
