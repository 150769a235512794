import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf, isGone } from '../machine/files/errno.ts';
import { faultLineOf, inState } from '../machine/files/state-fault.ts';
import type { OwnFile, OwnThings, Stays } from './own-things.ts';

export interface Removed {
  readonly removed: readonly OwnFile[];
  readonly stays: readonly Stays[];
}

/** Removes our files and then our folders that are empty. Never throws: what cannot go is named with its reason. */
export function removeOwnThings({ files, folders, stays }: OwnThings): Removed {
  const removed: OwnFile[] = [];
  const left: Stays[] = [...stays];
  for (const file of files) {
    const fault = faultOf(file.path, () => rmSync(file.path));
    if (fault) left.push(fault);
    else removed.push(file);
  }
  for (const folder of folders) {
    const fault = faultOf(folder, () => rmdirSync(folder));
    // What came meanwhile, or what we do not know, keeps its folder.
    if (fault && !left.some((one) => one.path.startsWith(`${folder}${path.sep}`)))
      left.push(...(namesIn(folder) ?? [fault]));
  }
  return { removed, stays: left };
}

function faultOf(place: string, deed: () => void): Stays | undefined {
  try {
    inState(place, deed);
    return undefined;
  } catch (error) {
    if (isGone(error instanceof Error ? error.cause : error)) return undefined;
    return { path: place, why: 'fault', fault: faultLineOf(error) };
  }
}

function namesIn(folder: string): readonly Stays[] | undefined {
  try {
    const names = readdirSync(folder);
    return names.length === 0
      ? undefined
      : names.map((name) => ({ path: path.join(folder, name), why: 'unknown' }));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : undefined;
  }
}
