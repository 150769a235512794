import path from 'node:path';
import type { Places } from '../core/paths.ts';
import { livingOwner, acquireLock, type LockOwner } from './lock.ts';
import type { Elsewhere } from '../core/receipt.ts';
import { HEARTBEAT_MS, isOwnerAlive, thisOwner } from './lock-owner.ts';
import { expectOwn, makeOwnFolder } from '../machine/files/own-folder.ts';
import { faultLineOf } from '../machine/files/state-fault.ts';
import { inState } from '../machine/files/state-fault.ts';
import { stateFolders } from '../machine/files/state-folders.ts';

/** The right to act on a client, or who has it. */
export type Lock =
  | { readonly granted: true; release(): Promise<void>; readonly elsewhere?: Elsewhere }
  | { readonly granted: false; readonly holder: LockOwner };

/** Locks that could be kept in no folder, by their file in the state folder. */
const inMemory = new Map<string, LockOwner>();

/**
 * Takes the right to act on a client: in the state folder, else in the session's, else in memory. It looks into
 * all of these, before it takes one and again after, so that two that took it in two places see each other.
 */
export function lockIn(places: Places, client: string, request: string): Lock {
  const me = thisOwner(request);
  const folders = stateFolders(places);
  const fileIn = (folder: string): string => path.join(folder, 'claims', client);
  // What is behind a link that stands in the place of a folder of ours is none of ours.
  const files = folders.filter(isOwn).map(fileIn);
  const first = fileIn(folders[0] ?? '');
  const holderBeside = (own?: string): LockOwner | undefined =>
    files
      .flatMap((file) => (file === own ? [] : (livingOwner(file, isOwnerAlive) ?? [])))
      .concat(inMemory.get(first) ?? [])
      .at(0);
  const before = holderBeside();
  if (before) return { granted: false, holder: before };
  const faults: unknown[] = [];
  for (const folder of folders) {
    const file = fileIn(folder);
    try {
      inState(folder, () => makeOwnFolder(folder));
      const taken = acquireLock(file, me, isOwnerAlive, { heartbeatMs: HEARTBEAT_MS });
      if (!taken.granted) return taken;
      const other = holderBeside(file);
      const release = async (): Promise<void> => taken.release();
      if (!other) return { granted: true, release, ...elsewhere(path.dirname(file), faults) };
      taken.release();
      return { granted: false, holder: other };
    } catch (error) {
      faults.push(error);
    }
  }
  inMemory.set(first, me);
  return {
    granted: true,
    release: async () => void inMemory.delete(first),
    ...elsewhere(null, faults),
  };
}

function isOwn(folder: string): boolean {
  try {
    expectOwn(folder);
    return true;
  } catch {
    return false;
  }
}

const elsewhere = (
  folder: string | null,
  [fault]: readonly unknown[],
): Pick<Lock & { granted: true }, 'elsewhere'> =>
  fault === undefined ? {} : { elsewhere: { folder, fault: faultLineOf(fault) } };
