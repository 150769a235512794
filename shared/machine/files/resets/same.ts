import { lstatSync, type BigIntStats } from 'node:fs';
import { isGone } from '../errno.ts';
import { onDisk } from '../names.ts';

/**
 * What tells a thing from every other one, also after a move and after the next start of the computer: its inode and
 * when it was made. The number of a device changes from start to start, so that it is no part of it.
 */
export const markOf = ({ ino, birthtimeNs }: BigIntStats): string => `${ino}:${birthtimeNs}`;

/** What is at a place, not followed; undefined where nothing is. Throws any other fault. */
export function exactStat(file: string): BigIntStats | undefined {
  try {
    return lstatSync(onDisk(file), { bigint: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Whether the thing with this mark is at this place. */
export function isThere(file: string, mark: string): boolean {
  const own = exactStat(file);
  return own !== undefined && markOf(own) === mark;
}
