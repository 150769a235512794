import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkpointIn } from '../../audit/checkpoint.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';

export const checkpointFolder = (folder: string): string => path.join(folder, 'checkpoints');

/** `000000000100.checkpoint`: the text; `.svg` beside it is its QR code. */
export const checkpointName = (size: number): string =>
  `${String(size).padStart(12, '0')}.checkpoint`;

/** The newest checkpoint. */
export const latestFile = (folder: string): string => path.join(checkpointFolder(folder), 'latest');

/** The checkpoint of most lines; undefined where there is none. */
export const largestFile = (folder: string): string | undefined => {
  const name = checkpointNames(folder).at(-1);
  return name === undefined ? undefined : path.join(checkpointFolder(folder), name);
};

/** Keeps a checkpoint in the log's own folder, as the newest. */
export function keepCheckpoint(folder: string, size: number, note: string): void {
  makeOwnFolder(checkpointFolder(folder));
  replaceWhole(path.join(checkpointFolder(folder), checkpointName(size)), note);
  replaceWhole(latestFile(folder), note);
}

/** The newest checkpoint; undefined where there is none. */
export function latestCheckpoint(
  folder: string,
): { readonly size: number; readonly note: string } | undefined {
  try {
    const note = readFileSync(latestFile(folder), 'utf8');
    const size = checkpointIn(note)?.size;
    return size === undefined ? undefined : { size, note };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The checkpoints of more than so many lines, the smallest first. */
export function checkpointsAfter(
  folder: string,
  size: number,
): readonly { readonly size: number; readonly note: string }[] {
  const inside = checkpointFolder(folder);
  return checkpointNames(folder)
    .filter((name) => Number.parseInt(name, 10) > size)
    .map((name) => ({
      ...{ size: Number.parseInt(name, 10), note: readFileSync(path.join(inside, name), 'utf8') },
    }));
}

/** The names of those that are kept, the smallest first. */
const checkpointNames = (folder: string): readonly string[] =>
  namesIn(checkpointFolder(folder))
    .filter((name) => /^\d{12}\.checkpoint$/.test(name))
    .sort();

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  }
}
