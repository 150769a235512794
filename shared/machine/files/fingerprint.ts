import type { Stats } from 'node:fs';

/**
 * A fingerprint of a set of files in any order: two sums of 32 bits over name, inode, size and time; not
 * over the number of names, because those of one file go one after the other. It notices what changed;
 * it is no defence against somebody who wants the same one.
 */
export class Fingerprint {
  private a = 0;
  private b = 0;

  /** Adds one file; answers its own fingerprint, of 32 bits. */
  add(name: string, own: Stats): number {
    const [facts, hash] = [factsOf(own), fnv(name, 0x811c9dc5)];
    const mark = stir(hash, facts);
    this.a = (this.a + mark) | 0;
    this.b = (this.b + stir(facts, hash)) | 0;
    return mark >>> 0;
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

/** The fingerprint of one file, of 32 bits. */
export const markOf = (name: string, own: Stats): number =>
  stir(fnv(name, 0x811c9dc5), factsOf(own)) >>> 0;

/** In whole numbers of 32 bits, for it is done for every file. Not over ctime: the end of another name changes it. */
const factsOf = (own: Stats): number =>
  stir(Math.imul(own.ino, 0x9e3779b1) ^ Math.imul(own.size, 0x85ebca77), own.mtimeMs * 1_000);

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
