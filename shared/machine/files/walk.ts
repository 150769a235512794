import path from 'node:path';
import type { Refusal } from '../../core/model.ts';
import { Links } from './links.ts';
import { Look } from './look.ts';
import type { Question } from './question.ts';
import { outermost, type Unit } from './unit.ts';

export interface Found {
  readonly units: readonly Unit[];
  readonly files: number;
  readonly bytes: number;
  /** What stays although a rule names it, with reasons. */
  readonly refusals: readonly Refusal[];
  /** More files than the limit were there, so the numbers are not all. */
  readonly tooMany: boolean;
  /** Folders of ours in which an interrupted run left something. */
  readonly asides: readonly string[];
}

/**
 * Finds what of these tiers is there: only where a rule of the client points, never across a link or
 * to another file system, every single file judged by both locks. Changes nothing.
 */
export function find(question: Question): Found {
  const look = new Look(question, new Links());
  const units = outermost(
    question.selections.flatMap(({ root, glob }) => {
      const stats = look.guard.stat(root);
      return stats?.isDirectory() ? look.match(root, stats, glob.split('/')) : [];
    }),
  );
  return {
    units,
    files: units.reduce((sum, unit) => sum + unit.files, 0),
    bytes: units.reduce((sum, unit) => sum + unit.bytes, 0),
    refusals: look.guard.refusals,
    tooMany: look.tooMany,
    asides: [...look.asides],
  };
}

/** One unit as it is now, alone: the same way to it, the same guard, judge and tiers. */
export function findAgain(question: Question, unit: Unit, links: Links): Unit | undefined {
  const look = new Look(question, links);
  const root = question.roots
    .filter((one) => unit.path.startsWith(`${one}/`))
    .reduce((long, one) => (one.length > long.length ? one : long), '');
  let [file, above] = [root, root === '' ? undefined : look.guard.stat(root)];
  for (const part of unit.path.slice(root.length + 1).split('/')) {
    if (!above?.isDirectory()) return undefined;
    file = path.join(file, part);
    const own = look.guard.mine(file, above);
    if (!own) return undefined;
    if (file === unit.path) {
      const [now] = (own.isDirectory() ? look.tree(file, own) : look.oneFile(file, own, above))
        .units;
      return now?.path === file ? { ...now, keepFolder: unit.keepFolder } : undefined;
    }
    above = own;
  }
  return undefined;
}
