import path from 'node:path';
import type { Places } from '../../core/paths.ts';
import { livingHolder, takeClaim, type Holder } from '../claim.ts';
import type { Claim } from '../machine.ts';
import { BEAT_MS, holderLives, thisHolder } from './holder.ts';
import { messageOf } from './record.ts';
import { stateFolders } from './state-folders.ts';

/** Locks that could be kept in no folder, by their file in the state folder. */
const inMemory = new Map<string, Holder>();

/**
 * Takes the right to act on a client: in the state folder, else in the session's, else in memory. It looks into
 * all of these, before it takes one and again after, so that two that took it in two places see each other.
 */
export function claimIn(places: Places, client: string, request: string): Claim {
  const me = thisHolder(request);
  const files = stateFolders(places).map((folder) => path.join(folder, 'claims', client));
  const [first = ''] = files;
  const holderBeside = (own?: string): Holder | undefined =>
    files
      .flatMap((file) => (file === own ? [] : (livingHolder(file, holderLives) ?? [])))
      .concat(inMemory.get(first) ?? [])
      .at(0);
  const before = holderBeside();
  if (before) return { granted: false, holder: before };
  const faults: unknown[] = [];
  for (const file of files) {
    try {
      const taken = takeClaim(file, me, holderLives, { beatMs: BEAT_MS });
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

const elsewhere = (
  folder: string | null,
  [fault]: readonly unknown[],
): Pick<Claim & { granted: true }, 'elsewhere'> =>
  fault === undefined ? {} : { elsewhere: { folder, why: messageOf(fault) } };
