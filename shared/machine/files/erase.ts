import { unlinkSync } from 'node:fs';
import type { Refusal } from '../../core/model.ts';
import { homeOf } from './aside.ts';
import { codeOf, isGone } from './fault.ts';
import { Guard } from './guard.ts';
import { onDisk } from './names.ts';
import { Sieves, type Terms } from './question.ts';
import { readerFor, readFolder, type Reader, type Reading } from './reading.ts';
import type { Linked } from './tally.ts';
import { inode, type Slice } from './unit.ts';

/** A listed folder, and where it is now. */
export interface Share {
  readonly slice: Slice;
  readonly at: string;
}

/** What really went, and what could not. */
export interface Erased {
  readonly files: number;
  /** Of the files with one name. */
  readonly bytes: number;
  readonly linked: readonly Linked[];
  readonly refusals: readonly Refusal[];
}

/**
 * Removes the listed files of folders, each folder looked at and judged once more right before: if a
 * single file in it is another than was listed, they all stay.
 */
export class Eraser {
  files = 0;
  bytes = 0;
  private readonly linked: Linked[] = [];
  private readonly guard: Guard;
  private readonly reader: Reader;
  private readonly sieves: Sieves;
  private readonly mayGoOn: () => boolean;

  /** `mayGoOn` answers at once; where it is false, `erase` yields until it is resumed or returned. */
  constructor(terms: Terms, mayGoOn: () => boolean) {
    this.guard = new Guard(terms.uid);
    this.reader = readerFor(terms, this.guard);
    this.sieves = new Sieves(terms);
    this.mayGoOn = mayGoOn;
  }

  get result(): Erased {
    const { files, bytes, linked, guard } = this;
    return { files, bytes, linked, refusals: guard.refusals };
  }

  *erase({ slice, at }: Share): Generator<undefined, void> {
    if (slice.files === 0) return;
    const before = this.read(slice, at);
    if (before?.print !== slice.print) {
      this.guard.refuse('changed', at);
      return;
    }
    // Where others see it, a file may be replaced while we wait for leave to go on.
    const inSight = homeOf(at) === at;
    let went = 0;
    try {
      for (let nth = 0; nth < before.goes.length; nth++) {
        const name = before.goes[nth] ?? '';
        while (!this.mayGoOn()) yield undefined;
        if (inSight && this.guard.stat(`${at}/${name}`)?.ino !== before.inodes[nth]) {
          this.guard.refuse('changed', at);
          continue;
        }
        const done = this.unlink(at, name);
        if (done === 'folder-denied') return;
        if (done) went++;
      }
    } finally {
      this.count(before, went, slice, at);
    }
  }

  private read(slice: Slice, at: string): Reading | undefined {
    const own = this.guard.stat(at);
    return own?.isDirectory() && inode(own) === slice.identity
      ? readFolder(this.reader, at, own, this.sieves.at(at))
      : undefined;
  }

  private unlink(folder: string, name: string): boolean | 'folder-denied' {
    try {
      unlinkSync(onDisk(`${folder}/${name}`));
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      this.guard.refuse('denied', folder, codeOf(error));
      return /^(EACCES|EROFS)$/.test(codeOf(error)) ? 'folder-denied' : false;
    }
  }

  /** What is gone of what was there; looked at again where not everything went. */
  private count(before: Reading, went: number, slice: Slice, at: string): void {
    this.files += went;
    const rest = went === before.goes.length ? undefined : this.read(slice, at);
    const left = new Map<string, number>();
    for (const { key } of linksOf(rest)) left.set(key, (left.get(key) ?? 0) + 1);
    this.bytes += bytesOf(before) - bytesOf(rest);
    for (const one of linksOf(before)) {
      const still = left.get(one.key) ?? 0;
      if (still > 0) left.set(one.key, still - 1);
      else this.linked.push(one);
    }
  }
}

const bytesOf = (reading: Reading | undefined): number =>
  [...(reading?.sums.values() ?? [])].reduce((sum, one) => sum + one.bytes, 0);

const linksOf = (reading: Reading | undefined): readonly Linked[] =>
  [...(reading?.sums.values() ?? [])].flatMap((sum) => sum.linked);
