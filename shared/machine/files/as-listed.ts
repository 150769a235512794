import type { OwnerCheck } from './owner-check.ts';
import { onDisk } from './names.ts';
import type { FolderSnapshot } from './unit.ts';

/** The names of what may be erased in a folder, and how each file is known by its fingerprint. */
export interface Candidates {
  readonly names: readonly string[];
  readonly marks: Uint32Array;
  /** Folders are among the names; they stay. */
  readonly withFolders: boolean;
  /** No path has to be turned into bytes. */
  readonly isText: boolean;
}

/**
 * The names in a folder of which everything was listed to go. Each file is compared with the list right before it
 * goes, so none is looked at here. Undefined where something came or went, or where not all are plain files.
 */
export function namesAsListed(
  guard: OwnerCheck,
  folder: string,
  slice: FolderSnapshot,
): Candidates | undefined {
  const listed = slice.isPlain ? guard.list(folder) : undefined;
  if (listed?.names.length !== slice.files + slice.folders) return undefined;
  const { names, asBytes } = listed;
  const isText = !asBytes && typeof onDisk(folder) === 'string';
  return { names, marks: slice.marks, withFolders: slice.folders > 0, isText };
}
