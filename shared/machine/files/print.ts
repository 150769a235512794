import type { Stats } from 'node:fs';

/**
 * A fingerprint of a set of files in any order: two sums of 32 bits over name, inode, size and time; not
 * over the number of names, because those of one file go one after the other. It notices what changed;
 * it is no defence against somebody who wants the same one.
 */
export class Print {
  private a = 0;
  private b = 0;

  add(name: string, own: Stats): void {
    // In whole numbers of 32 bits, for it is done for every file.
    const facts = stir(
      Math.imul(own.ino, 0x9e3779b1) ^ Math.imul(own.size, 0x85ebca77),
      own.mtimeMs * 1_000,
    );
    const hash = fnv(name, 0x811c9dc5);
    this.a = (this.a + stir(hash, facts)) | 0;
    this.b = (this.b + stir(facts, hash)) | 0;
  }

  /** The set of files in one folder, as a part of several. */
  include(folder: string, print: string): void {
    const text = `${folder}\0${print}`;
    this.a = (this.a + stir(fnv(text, 0x811c9dc5), 1)) | 0;
    this.b = (this.b + stir(fnv(text, 0x1b873593), 2)) | 0;
  }

  /** 16 hexadecimal figures. */
  get text(): string {
    return [this.a, this.b].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** FNV-1a over the letters of a text. */
function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Mixes two numbers of any size into 32 bits (the finisher of MurmurHash3). */
function stir(one: number, other: number): number {
  let hash = one ^ Math.imul(other, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
