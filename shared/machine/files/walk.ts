import type { Stats } from 'node:fs';
import path from 'node:path';
import type { FileJudge, Selection } from '../../core/files.ts';
import type { Refusal, Tier } from '../../core/model.ts';
import { globToRegExp } from '../../core/paths.ts';
import { Guard } from './guard.ts';
import { identity, type Unit } from './unit.ts';

export interface Found {
  readonly units: readonly Unit[];
  readonly files: number;
  readonly bytes: number;
  /** What stays although a rule names it, with reasons. */
  readonly refusals: readonly Refusal[];
  /** More files than the limit were there, so the numbers are not all. */
  readonly tooMany: boolean;
}

export interface Question {
  readonly selections: readonly Selection[];
  readonly judge: FileJudge;
  readonly tiers: readonly Tier[];
  /** Our own owner id; what belongs to somebody else stays. */
  readonly uid: number;
  readonly limit?: number;
}

/** Units of one subtree; `whole`: nothing in it has to stay. */
interface Tree {
  readonly whole: boolean;
  readonly units: readonly Unit[];
}

const STAYS: Tree = { whole: false, units: [] };

/**
 * Finds what of these tiers is there: only where a rule of the client points, never across a link or
 * to another file system, every single file judged by both locks. Changes nothing.
 */
export function find({ selections, judge, tiers, uid, limit = Infinity }: Question): Found {
  const guard = new Guard(uid);
  const names = new Map<string, number>();
  const visited = new Set<string>();
  let seen = 0;

  /** Follows a glob folder by folder, so that nothing else is even read. */
  const match = (folder: string, stats: Stats, parts: readonly string[]): readonly Unit[] => {
    const [part = '', ...rest] = parts;
    if (part === '**' && rest.length === 0)
      return tree(folder, stats).units.map((unit) =>
        unit.path === folder ? { ...unit, keepFolder: true } : unit,
      );
    const deeper = part === '**';
    const wanted = globToRegExp(deeper ? (rest[0] ?? '') : part, 'sensitive');
    const after = deeper ? rest.slice(1) : rest;
    return guard.list(folder).flatMap((name) => {
      const file = path.join(folder, name);
      const hit = wanted.test(name);
      const own = hit || deeper ? guard.mine(file, stats) : undefined;
      if (!own) return [];
      if (!own.isDirectory())
        return hit && after.length === 0 ? oneFile(file, own, stats).units : [];
      return [
        ...(hit && after.length > 0 ? match(file, own, after) : []),
        ...(deeper ? match(file, own, parts) : []),
      ];
    });
  };

  /** A folder whose every file may go is one unit; of any other only the parts that may. */
  const tree = (folder: string, stats: Stats): Tree => {
    if (visited.has(folder) || seen > limit) return STAYS;
    visited.add(folder);
    const parts = guard.list(folder).map((name): Tree => {
      const file = path.join(folder, name);
      const own = guard.mine(file, stats);
      if (!own) return STAYS;
      return own.isDirectory() ? tree(file, own) : oneFile(file, own, stats);
    });
    const units = parts.flatMap((part) => part.units);
    const above = guard.stat(path.dirname(folder));
    if (!above || !parts.every((part) => part.whole)) return { whole: false, units };
    return {
      whole: true,
      units: units.length === 0 ? [] : [together(folder, stats, above, units)],
    };
  };

  const oneFile = (file: string, own: Stats, above: Stats): Tree => {
    seen++;
    const tier = own.isFile() ? judge(file) : undefined;
    if (tier === undefined || tier === 'protected' || !tiers.includes(tier)) return STAYS;
    const unit: Unit = {
      path: file,
      isFolder: false,
      keepFolder: false,
      identity: identity(own, above),
      files: 1,
      bytes: bytesOf(own, names),
    };
    return { whole: true, units: [unit] };
  };

  const units = selections.flatMap(({ root, glob }) => {
    const stats = guard.stat(root);
    return stats ? match(root, stats, glob.split('/')) : [];
  });
  const once = [...new Map(units.map((unit) => [unit.path, unit])).values()];
  return {
    units: once,
    files: once.reduce((sum, unit) => sum + unit.files, 0),
    bytes: once.reduce((sum, unit) => sum + unit.bytes, 0),
    refusals: guard.refusals,
    tooMany: seen > limit,
  };
}

const together = (folder: string, own: Stats, above: Stats, units: readonly Unit[]): Unit => ({
  path: folder,
  isFolder: true,
  keepFolder: false,
  identity: identity(own, above),
  files: units.reduce((sum, unit) => sum + unit.files, 0),
  bytes: units.reduce((sum, unit) => sum + unit.bytes, 0),
});

/** Blocks, not length (sparse files); a file with several names counts once all of them are seen. */
function bytesOf(own: Stats, names: Map<string, number>): number {
  if (own.nlink > 1) {
    const key = `${own.dev}:${own.ino}`;
    const count = (names.get(key) ?? 0) + 1;
    names.set(key, count);
    if (count < own.nlink) return 0;
  }
  return own.blocks * 512;
}
