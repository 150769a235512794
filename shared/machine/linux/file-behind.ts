import { statSync, type Stats } from 'node:fs';

/** What a path leads to, links followed; undefined where that cannot be asked or is gone. */
export function fileBehind(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined; // Closed to us, or gone.
  }
}
