import { lstatSync, unlinkSync, type Stats } from 'node:fs';
import type { Refusal } from '../../core/model.ts';
import { Anchor } from './anchor.ts';
import { readAsListed } from './as-listed.ts';
import { codeOf, isGone, isOpenFile } from './fault.ts';
import { Guard } from './guard.ts';
import { fromDisk, onDisk } from './names.ts';
import { Sieves, type Terms } from './question.ts';
import { readerFor, readFolder, type Reader, type Reading } from './reading.ts';
import type { Linked } from './tally.ts';
import { inode, type Slice } from './unit.ts';

/** A listed folder, and where it is now. */
export interface Share {
  readonly slice: Slice;
  readonly at: string;
  /** All that is in it was listed to go. */
  readonly whole: boolean;
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

  *erase(share: Share): Generator<undefined, void> {
    const { slice, at } = share;
    if (slice.files === 0) return;
    const before = this.read(share);
    if (before?.print !== slice.print) {
      this.guard.refuse('changed', at);
      return;
    }
    // Also what is out of sight is in reach of whoever had it open before.
    const anchor = this.hold(slice, at);
    if (!anchor) return;
    const { inside } = anchor;
    let went = 0;
    try {
      for (const [nth, name] of before.goes.entries()) {
        while (!this.mayGoOn()) yield undefined;
        const path = `${inside}/${name}`;
        const place = before.isText ? path : onDisk(path);
        const own = seenAt(place);
        if (!own || own.ino !== before.inodes[nth] || !anchor.hasDeviceOf(own)) {
          this.guard.refuse('changed', at);
          continue;
        }
        const done = this.unlink(at, place);
        if (done === 'folder-denied') return;
        if (done) went++;
      }
    } finally {
      this.count(
        before,
        went,
        slice,
        went === before.goes.length ? undefined : this.rest(at, inside),
      );
      anchor.close();
    }
  }

  /** The folder that was listed, and no other; else why it stays is noted. */
  private hold(slice: Slice, at: string): Anchor | undefined {
    try {
      const anchor = Anchor.at(at, slice.identity);
      if (!anchor) this.guard.refuse('changed', at);
      return anchor;
    } catch (error) {
      this.guard.refuse('denied', at, codeOf(error));
      return undefined;
    }
  }

  private read({ slice, at, whole }: Share): Reading | undefined {
    const own = this.guard.stat(at);
    if (!own?.isDirectory() || inode(own) !== slice.identity) return undefined;
    return (
      (whole ? readAsListed(this.reader, at, own, slice) : undefined) ??
      readFolder(this.reader, at, own, this.sieves.at(at))
    );
  }

  /** What is left in a folder; reasons for it were told before. */
  private rest(at: string, inside: string): Reading | undefined {
    const guard = new Guard(this.reader.terms.uid);
    const own = guard.stat(`${inside}/.`);
    return own && readFolder({ ...this.reader, guard }, inside, own, this.sieves.at(at));
  }

  private unlink(folder: string, place: string | Buffer): boolean | 'folder-denied' {
    try {
      unlinkSync(place);
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      if (isOpenFile(error)) return this.guard.refuse('open-elsewhere', textOf(place));
      this.guard.refuse('denied', folder, codeOf(error));
      return /^(EACCES|EROFS)$/.test(codeOf(error)) ? 'folder-denied' : false;
    }
  }

  /** What is gone of what was there; looked at again where not everything went. */
  private count(before: Reading, went: number, slice: Slice, rest: Reading | undefined): void {
    this.files += went;
    const device = slice.identity.slice(0, slice.identity.indexOf(':'));
    const left = new Counted((rest?.inodes ?? []).map((ino) => `${device}:${ino}`));
    const [had, has] = [before, rest].map((one) => new Counted(linksOf(one).map(({ key }) => key)));
    const listed = new Set(slice.linked.map(({ key }) => key));
    const later = linksOf(before).filter(({ key }) => !listed.has(key));
    this.bytes += bytesOf(before) - bytesOf(rest);
    // A file whose other names went meanwhile looks like one that has no others.
    for (const one of [...slice.linked, ...later]) {
      if (!had?.take(one.key)) this.bytes -= one.bytes;
      if (!left.take(one.key)) this.linked.push(one);
      else if (!has?.take(one.key)) this.bytes += one.bytes;
    }
  }
}

/** What is there now; nothing where it cannot be told, and then it stays. */
function seenAt(place: string | Buffer): Stats | undefined {
  try {
    return lstatSync(place, GONE_IS_NOTHING);
  } catch {
    return undefined;
  }
}

const GONE_IS_NOTHING = { throwIfNoEntry: false } as const;

const textOf = (place: string | Buffer): string =>
  typeof place === 'string' ? place : fromDisk(place);

/** How often each is there. */
class Counted {
  private readonly counts = new Map<string, number>();

  constructor(keys: readonly string[]) {
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** One less, if there was one. */
  take(key: string): boolean {
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count - 1);
    return count > 0;
  }
}

const bytesOf = (reading: Reading | undefined): number =>
  [...(reading?.sums.values() ?? [])].reduce((sum, one) => sum + one.bytes, 0);

const linksOf = (reading: Reading | undefined): readonly Linked[] =>
  [...(reading?.sums.values() ?? [])].flatMap((sum) => sum.linked);
