import { lchownSync } from 'node:fs';
import { onDisk } from '../../../shared/machine/files/names.ts';
import { census } from './census.ts';

export const NOBODY = 65_534;
export const isRoot = process.getuid?.() === 0;
export const UID = process.getuid?.() ?? -1;

/** Does it as somebody to whom the rights of files apply. */
export async function asNobody<T>(deed: (uid: number) => Promise<T>): Promise<T> {
  if (!isRoot) return deed(UID);
  process.seteuid?.(NOBODY);
  try {
    return await deed(NOBODY);
  } finally {
    process.seteuid?.(0);
  }
}

/** Gives a whole tree to nobody. */
export function give(top: string): void {
  if (!isRoot) return;
  lchownSync(top, NOBODY, NOBODY);
  for (const file of census(top).keys()) lchownSync(onDisk(file), NOBODY, NOBODY);
}
