import { lstatSync, type Stats } from 'node:fs';
import { isGone } from './errno.ts';
import { onDisk } from './names.ts';

/** What is at a place, not followed; undefined where nothing is. Throws what the system says of any other fault. */
export function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(onDisk(file));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
