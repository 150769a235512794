import { rmdirSync, unlinkSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Refusal } from '../../core/model.ts';
import { homeOf } from './aside.ts';
import { codeOf, isGone } from './fault.ts';
import { Guard } from './guard.ts';
import { onDisk, shown } from './names.ts';
import type { Permit } from './permit.ts';
import type { Question } from './question.ts';

/** What really went, and what could not. */
export interface Erased {
  readonly files: number;
  readonly bytes: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Removes a folder that was set aside, file by file, each looked at and judged once more by the place
 * it came from. What may not go, and all that is left when the permit is lost, stays where it is.
 */
export async function erase(
  top: string,
  question: Question,
  permit: Permit,
  onProgress: (files: number, bytes: number) => void,
): Promise<Erased> {
  const guard = new Guard(question.uid, question.mounts);
  const denied = new Map<string, Refusal>();
  let [files, bytes] = [0, 0];

  const enter = async (folder: string, stats: Stats): Promise<void> => {
    for (const name of guard.list(folder) ?? []) {
      if (!permit.isFresh) {
        onProgress(files, bytes);
        if (!(await permit.holds())) return;
      }
      const file = path.join(folder, name);
      const own = guard.mine(file, stats);
      if (own?.isDirectory()) await enter(file, own);
      else if (own && goes(file, own, question)) attempt(folder, () => unlink(file, own));
    }
    attempt(folder, () => rmdirSync(onDisk(folder)));
  };
  const unlink = (file: string, own: Stats): void => {
    unlinkSync(onDisk(file));
    files++;
    // A file with another name left still takes its room.
    if (own.nlink === 1) bytes += own.blocks * 512;
  };
  /** A folder that allows nothing is told once, not for each of its files. */
  const attempt = (folder: string, deed: () => void): void => {
    try {
      deed();
    } catch (error) {
      const code = codeOf(error);
      if (isGone(error) || code === 'ENOTEMPTY') return;
      const subject = shown(homeOf(folder));
      denied.set(subject, { code: 'denied', subject, detail: code });
    }
  };

  const stats = guard.stat(top);
  if (stats?.isDirectory()) await enter(top, stats);
  return { files, bytes, refusals: [...guard.refusals, ...denied.values()] };
}

function goes(file: string, own: Stats, { judge, tiers }: Question): boolean {
  const tier = own.isFile() ? judge(homeOf(file)) : undefined;
  return tier !== undefined && tier !== 'protected' && tiers.includes(tier);
}
