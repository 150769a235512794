import { map, unknown, type Known } from '../../../core/known.ts';
import type { Disk } from '../../files/disk.ts';
import { movedDocuments } from '../documents.ts';
import { recycleBin, type BinOptions } from './recycle-bin.ts';
import { fromBin } from '../bin-note.ts';
import { fullKey, valueIn } from './registry.ts';
import { answersAt } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** Files at one start. */
const BATCH = 200;

/**
 * The disk of Windows by PowerShell. A file that is open is mostly kept from being removed (EBUSY), which is told; the
 * Restart Manager, which knows of the others, cannot be asked by a script that compiles nothing. Volumes in a folder
 * are reparse points, which show as links.
 */
export const powershellDisk = (starter: Starter, options: BinOptions): Disk => ({
  mounts: () => new Set(),
  batch: BATCH,
  trash: recycleBin(starter, options),
  restoring: fromBin(options.bins),
  registry: (key, value) => valueOf(starter, key, value),
  documents: () => movedDocuments((key, value) => valueOf(starter, key, value)),
});

async function valueOf(
  starter: Starter,
  key: string,
  value: string,
): Promise<Known<string | undefined>> {
  const full = fullKey(key);
  if (full === undefined) return unknown('unsupported', `registry: ${key}`);
  const values = [{ key: full, value }];
  const found = await question(starter, {
    ...{ verb: 'registry', values, ms: START_MS },
    read: (answer) => answersAt(answer, 'results', 1, valueIn),
  });
  return map(found, ([one]) => one?.text);
}
