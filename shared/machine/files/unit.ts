import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { isGone } from './fault.ts';
import { onDisk } from './names.ts';

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

/** Several units as one: the folder that holds nothing else. */
export const together = (
  folder: string,
  own: Stats,
  above: Stats,
  units: readonly Unit[],
): Unit => ({
  path: folder,
  isFolder: true,
  keepFolder: false,
  identity: identity(own, above),
  files: units.reduce((sum, unit) => sum + unit.files, 0),
  bytes: units.reduce((sum, unit) => sum + unit.bytes, 0),
});

/** The identity of a path right now; undefined once it is gone or has become a link. */
export function identityOf(file: string): string | undefined {
  try {
    const [own, above] = [lstatSync(onDisk(file)), lstatSync(onDisk(path.dirname(file)))];
    return own.isSymbolicLink() ? undefined : identity(own, above);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Whether this is what had that identity, wherever it was moved since. */
export function isStill(file: string, before: string): boolean {
  const own = lstatSync(onDisk(file));
  return before.startsWith(`${own.dev}:${own.ino} in `);
}

/** Each unit once, and none that lies in another. */
export function outermost(units: readonly Unit[]): readonly Unit[] {
  const byPath = new Map(units.map((unit) => [unit.path, unit]));
  const isInside = (file: string): boolean => {
    for (let above = path.dirname(file); above !== path.dirname(above); above = path.dirname(above))
      if (byPath.has(above)) return true;
    return false;
  };
  return [...byPath.values()].filter((unit) => !isInside(unit.path));
}
