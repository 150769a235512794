import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { hashesOfLeaf, leafHash, storedCount, storedIndex, type Hash } from '../../audit/tree.ts';
import { statementIn } from '../../audit/statement-in.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { linesFrom, segmentsIn } from './segments.ts';

export const HASH_BYTES = 32;

export const treeFile = (folder: string): string => path.join(folder, 'tree');

/**
 * The hashes of the tree over the lines, in a file that grows at its end alone (the order of Go's sumdb), so that the
 * root and a proof need some twenty reads whatever the length of the log is.
 */
export class TreeFile {
  readonly #fd: number;
  readonly #hash: Hash;
  #count: number;

  private constructor(fd: number, hash: Hash) {
    this.#fd = fd;
    this.#hash = hash;
    this.#count = leavesIn(fstatSync(fd).size);
  }

  /** For writing; made where there is none. Throws the system's error. */
  static open(folder: string, hash: Hash): TreeFile {
    const how = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW;
    return new TreeFile(openSync(treeFile(folder), how, 0o600), hash);
  }

  /** For reading; undefined where there is none. */
  static read(folder: string, hash: Hash): TreeFile | undefined {
    try {
      const how = constants.O_RDONLY | constants.O_NOFOLLOW;
      return new TreeFile(openSync(treeFile(folder), how), hash);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** How many lines it has. */
  get count(): number {
    return this.#count;
  }

  /** The hash at a place, 32 bytes. */
  readonly read = (index: number): Buffer => {
    const bytes = Buffer.alloc(HASH_BYTES);
    readSync(this.#fd, bytes, 0, HASH_BYTES, index * HASH_BYTES);
    return bytes;
  };

  /** Adds the hash of the next line, and of each subtree that it completes. */
  add(line: Uint8Array): void {
    const bytes = Buffer.concat(
      hashesOfLeaf(this.#hash, this.#count, leafHash(this.#hash, line), this.read),
    );
    writeSync(this.#fd, bytes, 0, bytes.length, storedCount(this.#count) * HASH_BYTES);
    this.#count++;
  }

  /** Adds what a crash, or a full disk, kept from it: the lines up to this number. */
  catchUp(folder: string, count: number): void {
    if (this.#count === count) return;
    if (this.#count > count) this.#cut(count);
    const start = segmentsIn(folder)[0]?.first ?? 0;
    if (this.#count < start) this.#begin(start, subtreesOfPruned(folder, start));
    for (const line of linesFrom(folder, this.#count)) {
      if (this.#count === count) return;
      this.add(line);
    }
  }

  /** Looks again how far other programs have come. */
  refresh(): void {
    this.#count = leavesIn(fstatSync(this.#fd).size);
  }

  /** Begins after lines that were pruned: the complete subtrees of them, the largest first. */
  #begin(count: number, subtrees: readonly Buffer[]): void {
    const sizes = [...Array(53).keys()]
      .reverse()
      .filter((one) => Math.floor(count / 2 ** one) % 2 === 1);
    let first = 0;
    for (const [at, level] of sizes.entries()) {
      const place = storedIndex(level, first / 2 ** level) * HASH_BYTES;
      writeSync(this.#fd, subtrees[at] ?? Buffer.alloc(HASH_BYTES), 0, HASH_BYTES, place);
      first += 2 ** level;
    }
    this.#cut(count);
  }

  /** Forgets the lines from this number on. */
  #cut(count: number): void {
    ftruncateSync(this.#fd, storedCount(count) * HASH_BYTES);
    this.#count = count;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** The complete subtrees of the lines before this one, as the log said when they were pruned; the largest first. */
function subtreesOfPruned(folder: string, start: number): readonly Buffer[] {
  for (const line of linesFrom(folder, start)) {
    const { statement, first, hashes } = statementIn(line)?.said ?? {};
    if (statement === 'pruned' && first === start && Array.isArray(hashes))
      return hashes.map((one) => Buffer.from(String(one), 'hex'));
  }
  return [];
}

/** The most lines whose hashes fit. */
function leavesIn(bytes: number): number {
  const stored = Math.floor(bytes / HASH_BYTES);
  // n lines have less than 2n hashes, and at least n.
  let low = Math.floor(stored / 2);
  let high = stored;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (storedCount(middle) <= stored) low = middle;
    else high = middle - 1;
  }
  return low;
}
