import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { isGone } from './fault.ts';

/** Something that may go as one piece, with what proves later that it is still the same. */
export interface Unit {
  readonly path: string;
  readonly isFolder: boolean;
  /** A folder that the client expects to find: it is made again, empty. */
  readonly keepFolder: boolean;
  /** Device and inode of it and of the folder that holds it. */
  readonly identity: string;
  readonly files: number;
  /** On disk; a file with several names counts only where all of them go. */
  readonly bytes: number;
}

export const identity = (own: Stats, above: Stats): string =>
  `${own.dev}:${own.ino} in ${above.dev}:${above.ino}`;

/** The identity of a path right now; undefined once it is gone or has become a link. */
export function identityOf(file: string): string | undefined {
  try {
    const [own, above] = [lstatSync(file), lstatSync(path.dirname(file))];
    return own.isSymbolicLink() ? undefined : identity(own, above);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
