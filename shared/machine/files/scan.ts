import type { Stats } from 'node:fs';
import { posix as path } from 'node:path';
import type { PathClassifier } from '../../core/path-classifier.ts';
import { originalPath, isQuarantine } from './quarantine.ts';
import type { ReadFolders } from './names.ts';
import { OwnerCheck } from './owner-check.ts';
import { PathClassifiers, type ScanRequest } from './scan-request.ts';
import { readerFor, readFolder, type Reader, type Reading } from './read-folder.ts';
import { Rows } from './rows.ts';
import { YieldToLoop } from './yield-to-loop.ts';
import { identityIn, inode, type FolderSnapshot, type RemovalUnit } from './unit.ts';

/** Units of one subtree; `whole`: nothing in it has to stay. */
interface Tree {
  readonly whole: boolean;
  readonly units: readonly RemovalUnit[];
}

const STAYS: Tree = { whole: false, units: [] };

/** A trash at the top of a mounted folder, which may be a data root. */
const isTrash = (name: string): boolean => /^\.Trash(-\d+)?$/.test(name);

const isIn = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** Where a walk stands. */
interface Place {
  readonly folder: string;
  readonly stats: Stats;
  readonly above: Stats;
  readonly classifier: PathClassifier;
  /** The name of the account whose folder we are in. */
  readonly account: string | undefined;
  /** The outermost folder around us of which a rule names everything. */
  readonly named: string | undefined;
}

/** One walk over files. It keeps no file: of each folder only what tells later that it is the same. */
export class Scan {
  readonly guard: OwnerCheck;
  readonly rows = new Rows();
  readonly quarantines = new Map<string, string>();
  private readonly question: ScanRequest;
  private readonly reader: Reader;
  private readonly slices: FolderSnapshot[] = [];
  private readonly roots: ReadonlySet<string>;
  private readonly accounts: ReadonlyMap<string, string>;
  private readonly yielding = new YieldToLoop();

  constructor(question: ScanRequest, read?: ReadFolders) {
    const { terms, mounts, accounts } = question;
    this.question = question;
    this.guard = new OwnerCheck(terms.uid, mounts, read);
    this.reader = readerFor(terms, this.guard);
    this.roots = new Set(terms.roots.map((root) => root.path));
    this.accounts = new Map(accounts.map(({ folder, name }) => [folder, name]));
  }

  get tooMany(): boolean {
    return this.rows.files > (this.question.limit ?? Infinity);
  }

  /** Everything that goes below one data root. */
  async below(root: string): Promise<readonly RemovalUnit[]> {
    const stats = this.guard.stat(root);
    const above = this.guard.stat(path.dirname(root));
    if (!stats?.isDirectory() || !above) return [];
    const classifier = new PathClassifiers(this.question.terms).at(root);
    const place = { folder: root, stats, above, classifier, account: undefined, named: undefined };
    return classifier.isClosed ? [] : (await this.enter(place)).units;
  }

  /** A folder whose every file may go is one unit; of any other only the parts that may. */
  private async enter(at: Place): Promise<Tree> {
    if (this.yielding.isDue) await this.yielding.give();
    if (this.tooMany) return STAYS;
    const account = this.accounts.get(at.folder) ?? at.account;
    const reading = readFolder(
      this.reader,
      at.folder,
      at.stats,
      at.classifier,
      this.lies(at.folder),
    );
    if (!reading) return STAYS;
    const first = this.slices.length;
    const slice = this.note(at, reading, account);
    let whole = !reading.keeps;
    const units: RemovalUnit[] = [];
    for (const { name, stats } of reading.folders) {
      const inner = await this.inside(at, name, stats, account);
      whole &&= inner.whole;
      units.push(...inner.units);
    }
    return this.asUnits(at, whole, slice, units, first);
  }

  /** Whether files of this folder are asked for, and whether such a folder lies below it. */
  private lies(folder: string): boolean {
    return this.question.only?.some((one) => isIn(folder, one)) ?? true;
  }

  private leads(folder: string): boolean {
    return this.lies(folder) || (this.question.only?.some((one) => isIn(one, folder)) ?? false);
  }

  private async inside(at: Place, name: string, stats: Stats, account?: string): Promise<Tree> {
    const folder = `${at.folder}/${name}`;
    // What was set aside is judged by the place that it came from.
    const classifier = isQuarantine(name) ? at.classifier : at.classifier.enter(name);
    // One in another goes home with that one.
    if (isQuarantine(name) && originalPath(folder) === folder)
      this.quarantines.set(folder, identityIn(stats, at.stats));
    if (classifier.isClosed || isTrash(name) || !this.leads(folder)) return STAYS;
    const named = at.named ?? (at.classifier.isNamed ? at.folder : undefined);
    return this.enter({ folder, stats, above: at.stats, classifier, account, named });
  }

  private asUnits(
    at: Place,
    whole: boolean,
    slice: FolderSnapshot,
    inner: RemovalUnit[],
    first: number,
  ): Tree {
    const { folder, classifier, stats, above } = at;
    const files = slice.files + inner.reduce((sum, unit) => sum + unit.files, 0);
    const unit = { path: folder, keepFolder: false, identity: identityIn(stats, above) };
    // A data root is the client's to have; a folder of ours is nothing by itself.
    const isOne =
      classifier.isNamed && !this.roots.has(folder) && !isQuarantine(path.basename(folder));
    if (whole && isOne) {
      if (files === 0) return { whole, units: [] };
      // What was set aside has no place of its own to be kept.
      const keepFolder = at.named === undefined && originalPath(folder) === folder;
      const slices = this.slices.slice(first);
      return { whole, units: [{ ...unit, whole, keepFolder, files, slices }] };
    }
    const own = { ...unit, whole: false, files: slice.files, slices: [slice] };
    return { whole, units: slice.files > 0 ? [own, ...inner] : inner };
  }

  private note(at: Place, reading: Reading, account: string | undefined): FolderSnapshot {
    const named = at.named ?? at.folder;
    let [files, bytes] = [0, 0];
    for (const [tier, sum] of reading.sums) {
      this.rows.add({ tier, account, folder: originalPath(named) }, sum);
      files += sum.files;
      bytes += sum.bytes;
    }
    if (files > 0) this.rows.print.include(originalPath(at.folder), reading.print);
    const linked = [...reading.sums.values()].flatMap((sum) => sum.linked);
    const { print, folders, isPlain } = reading;
    const identity = inode(at.stats);
    const slice = {
      path: at.folder,
      identity,
      changed: at.stats.ctimeMs,
      print,
      marks: Uint32Array.from(reading.marks),
      isPlain,
      files,
      bytes,
      linked,
      folders: folders.length,
    };
    this.slices.push(slice);
    return slice;
  }
}
