import type { Stats } from 'node:fs';
import path from 'node:path';
import { globToRegExp } from '../../core/paths.ts';
import { homeOf, isAside } from './aside.ts';
import { Guard } from './guard.ts';
import type { Links } from './links.ts';
import type { Question } from './question.ts';
import { identity, together, type Unit } from './unit.ts';

/** Units of one subtree; `whole`: nothing in it has to stay. */
interface Tree {
  readonly whole: boolean;
  readonly units: readonly Unit[];
}

const STAYS: Tree = { whole: false, units: [] };

/** One look over files; each is looked at once, however many rules name it. */
export class Look {
  readonly guard: Guard;
  readonly asides = new Set<string>();
  private readonly question: Question;
  private readonly links: Links;
  private readonly trees = new Map<string, Tree>();
  private seen = 0;

  constructor(question: Question, links: Links) {
    this.question = question;
    this.links = links;
    this.guard = new Guard(question.uid, question.mounts);
  }

  get tooMany(): boolean {
    return this.seen > (this.question.limit ?? Infinity);
  }

  /** Follows a glob folder by folder, so that nothing else is even read. */
  match(folder: string, stats: Stats, parts: readonly string[]): readonly Unit[] {
    const [part = '', ...rest] = parts;
    if (part === '**' && rest.length === 0)
      return this.tree(folder, stats).units.map((unit) =>
        // What was set aside has no place of its own to be kept.
        unit.path === folder && homeOf(folder) === folder ? { ...unit, keepFolder: true } : unit,
      );
    const deeper = part === '**';
    const wanted = globToRegExp(deeper ? (rest[0] ?? '') : part, 'sensitive');
    const after = deeper ? rest.slice(1) : rest;
    return (this.guard.list(folder) ?? []).flatMap((name) => {
      const file = path.join(folder, name);
      const ours = isAside(name);
      const hit = wanted.test(name);
      const own = hit || deeper || ours ? this.guard.mine(file, stats) : undefined;
      if (!own) return [];
      if (!own.isDirectory())
        return hit && after.length === 0 ? this.oneFile(file, own, stats).units : [];
      if (ours) return this.match(this.aside(file), own, parts);
      return [
        ...(hit && after.length > 0 ? this.match(file, own, after) : []),
        ...(deeper ? this.match(file, own, parts) : []),
      ];
    });
  }

  /** A folder whose every file may go is one unit; of any other only the parts that may. */
  tree(folder: string, stats: Stats): Tree {
    const before = this.trees.get(folder);
    if (before) return before;
    if (this.tooMany) return STAYS;
    const names = this.guard.list(folder);
    // A folder that cannot be read may hold anything.
    if (!names) return STAYS;
    const parts = names.map((name): Tree => {
      const file = path.join(folder, name);
      const own = this.guard.mine(file, stats);
      if (!own) return STAYS;
      if (!own.isDirectory()) return this.oneFile(file, own, stats);
      return this.tree(isAside(name) ? this.aside(file) : file, own);
    });
    const found = this.oneTree(folder, stats, parts);
    this.trees.set(folder, found);
    return found;
  }

  private oneTree(folder: string, stats: Stats, parts: readonly Tree[]): Tree {
    const units = parts.flatMap((part) => part.units);
    const above = this.guard.stat(path.dirname(folder));
    const whole = above !== undefined && parts.every((part) => part.whole);
    // A data root is the client's to have; a folder of ours is nothing by itself.
    if (this.question.roots.includes(folder)) return { whole: false, units };
    if (!whole || units.length === 0 || isAside(path.basename(folder))) return { whole, units };
    return { whole, units: [together(folder, stats, above, units)] };
  }

  oneFile(file: string, own: Stats, above: Stats): Tree {
    const before = this.trees.get(file);
    if (before) return before;
    this.seen++;
    const home = homeOf(file);
    const tier = own.isFile() ? this.question.judge(home) : undefined;
    const isFree = tier !== undefined && tier !== 'protected';
    if (!isFree && home !== file) this.guard.strayed(file);
    const goes = isFree && this.question.tiers.includes(tier);
    const unit = goes && {
      path: file,
      isFolder: false,
      keepFolder: false,
      identity: identity(own, above),
      files: 1,
      bytes: this.links.bytesOf(own),
    };
    const found: Tree = unit ? { whole: true, units: [unit] } : STAYS;
    this.trees.set(file, found);
    return found;
  }

  private aside(folder: string): string {
    this.asides.add(folder);
    return folder;
  }
}
