import { lstatSync, unlinkSync, type Stats } from 'node:fs';
import type { Refusal } from '../../core/model.ts';
import { DirHandle } from './dir-handle.ts';
import { namesAsListed, type Candidates } from './as-listed.ts';
import { codeOf, isGone, isOpenFile } from './errno.ts';
import { OwnerCheck } from './owner-check.ts';
import { fromDisk, onDisk } from './names.ts';
import { PathClassifiers, type ScanRules } from './scan-request.ts';
import { markOf } from './fingerprint.ts';
import { readerFor, readFolder, type Reader } from './read-folder.ts';
import type { Linked } from './byte-count.ts';
import { inode, type FolderSnapshot } from './unit.ts';

/** A listed folder, and where it is now. */
export interface EraseTask {
  readonly slice: FolderSnapshot;
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
 * Removes the listed files of folders. Each file is compared with the list right before it goes; from the first
 * that is another on, all in its folder stay. In a folder that does not go whole, all files are compared and judged
 * once more before the first one goes.
 */
export class Eraser {
  files = 0;
  bytes = 0;
  private readonly linked: Linked[] = [];
  private readonly guard: OwnerCheck;
  private readonly reader: Reader;
  private readonly classifiers: PathClassifiers;
  private readonly mayGoOn: () => boolean;

  /** `mayGoOn` answers at once; where it is false, `erase` yields until it is resumed or returned. */
  constructor(terms: ScanRules, mayGoOn: () => boolean) {
    this.guard = new OwnerCheck(terms.uid);
    this.reader = readerFor(terms, this.guard);
    this.classifiers = new PathClassifiers(terms);
    this.mayGoOn = mayGoOn;
  }

  get result(): Erased {
    const { files, bytes, linked, guard } = this;
    return { files, bytes, linked, refusals: guard.refusals };
  }

  *erase(share: EraseTask): Generator<undefined, void> {
    const { slice, at } = share;
    if (slice.files === 0) return;
    const candidates = this.read(share);
    if (!candidates) {
      this.guard.refuse('changed', at);
      return;
    }
    // Also what is out of sight is in reach of whoever had it open before.
    const anchor = this.hold(slice, at);
    if (!anchor) return;
    const { names, marks, withFolders, isText } = candidates;
    const known = new Map(slice.linked.map((one) => [one.key, one]));
    let nth = 0;
    try {
      for (const name of names) {
        while (!this.mayGoOn()) yield undefined;
        const path = `${anchor.inside}/${name}`;
        const place = isText ? path : onDisk(path);
        const own = seenAt(place);
        if (withFolders && own?.isDirectory()) continue;
        if (!own) {
          this.guard.refuse('changed', at);
          continue;
        }
        if (!this.isSame(anchor, own) || !isListed(marks, nth, markOf(name, own))) {
          // Somebody uses the folder: what is still in it stays.
          this.guard.refuse('changed', at);
          return;
        }
        nth++;
        const done = this.unlink(at, place);
        if (done === 'folder-denied') return;
        if (done) this.count(own, known);
      }
    } finally {
      anchor.close();
    }
  }

  /** On the same file system, and still our own. */
  private isSame(anchor: DirHandle, own: Stats): boolean {
    return anchor.hasDeviceOf(own) && own.uid === this.reader.terms.uid;
  }

  /** The folder that was listed, and no other; else why it stays is noted. */
  private hold(slice: FolderSnapshot, at: string): DirHandle | undefined {
    try {
      const anchor = DirHandle.at(at, slice.identity);
      if (!anchor) this.guard.refuse('changed', at);
      return anchor;
    } catch (error) {
      this.guard.refuse('denied', at, codeOf(error));
      return undefined;
    }
  }

  private read({ slice, at, whole }: EraseTask): Candidates | undefined {
    const own = this.guard.stat(at);
    if (!own?.isDirectory() || inode(own) !== slice.identity) return undefined;
    const quick = whole ? namesAsListed(this.guard, at, slice) : undefined;
    if (quick) return quick;
    const now = readFolder(this.reader, at, own, this.classifiers.at(at));
    if (now?.print !== slice.print) return undefined;
    const { goes: names, isText } = now;
    return { names, marks: Uint32Array.from(now.marks), withFolders: false, isText };
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

  /** A file that went. One that was listed with several names counts as it was listed, whatever became of them. */
  private count(own: Stats, known: ReadonlyMap<string, Linked>): void {
    this.files++;
    const bytes = own.blocks * 512;
    const linked = known.size > 0 || own.nlink > 1 ? known.get(inode(own)) : undefined;
    if (linked) this.linked.push(linked);
    else if (own.nlink > 1) this.linked.push({ key: inode(own), names: own.nlink, bytes });
    else this.bytes += bytes;
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

/** Mostly a folder keeps its order; the name is part of the fingerprint, so another order is as good. */
const isListed = (marks: Uint32Array, nth: number, mark: number): boolean =>
  marks[nth] === mark || marks.includes(mark);
